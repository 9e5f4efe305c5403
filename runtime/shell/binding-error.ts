import { bindingTexts, commandLineTexts, ParameterBindingError, type BindingErrorId } from "../cmdlet/errors.js";

const texts: Readonly<Record<BindingErrorId, string>> = { ...bindingTexts, ...commandLineTexts };

/** A binding error in PowerShell's wording. @param values what the text's `{0}`, `{1}` … stand for */
export function bindingError(
  id: BindingErrorId,
  values: readonly string[],
  details: { parameter?: string | undefined; hint?: string | undefined } = {},
): ParameterBindingError {
  return new ParameterBindingError(id, texts[id], values, details);
}
