/** Wording of PowerShell (`ParameterBinderStrings.resx`) for what any caller of a cmdlet can get wrong. */
export const bindingTexts = {
  NamedParameterNotFound: "A parameter cannot be found that matches parameter name '{0}'.",
  AmbiguousParameterSet:
    "Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided.",
  MissingMandatoryParameter: "Cannot process command because of one or more missing mandatory parameters: {0}.",
  ParameterArgumentValidationError: "Cannot validate argument on parameter '{0}'. {1}",
  ParameterArgumentValidationErrorEmptyStringNotAllowed:
    "Cannot bind argument to parameter '{0}' because it is an empty string.",
  ParameterArgumentValidationErrorNullNotAllowed: "Cannot bind argument to parameter '{0}' because it is null.",
  /** of the generated Graph cmdlets, which give it no id */
  InputObjectNullValue: "InputObject has null value for InputObject.{0}",
} as const;

/** The same for what only a command line can get wrong; a table of its own, so that bundles need not carry it. */
export const commandLineTexts = {
  AmbiguousParameter:
    "Parameter cannot be processed because the parameter name '{0}' is ambiguous. Possible matches include: {1}.",
  PositionalParameterNotFound: "A positional parameter cannot be found that accepts argument '{0}'.",
  MissingArgument: "Missing an argument for parameter '{0}'. Specify a parameter of type '{1}' and try again.",
  ParameterAlreadyBound:
    "Cannot bind parameter because parameter '{0}' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax.",
  CannotConvertArgumentNoMessage: 'Cannot bind parameter \'{0}\'. Cannot convert value "{1}" to type "{2}".',
  ParameterArgumentTransformationError: "Cannot process argument transformation on parameter '{0}'. {1}",
  InputObjectNotBound:
    "The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input.",
  InputObjectMissingMandatory:
    "The input object cannot be bound because it did not contain the information required to bind all mandatory parameters: {0}",
  CommandNotFoundException:
    "The term '{0}' is not recognized as a name of a cmdlet, function, script file, or executable program.",
} as const;

/** Match on the id of a binding error, never on its text. */
export type BindingErrorId = keyof typeof bindingTexts | keyof typeof commandLineTexts;

/** What a binding error is about. */
export interface BindingErrorDetails {
  cmdlet?: string | undefined;
  /** the parameter at fault, where it is one */
  parameter?: string | undefined;
  /** what helps, one line */
  hint?: string | undefined;
}

/** Parameters that do not fit the cmdlet; nothing has been sent. */
export class ParameterBindingError extends Error implements BindingErrorDetails {
  override readonly name = "ParameterBindingError";
  /** the message without its hint */
  readonly text: string;
  declare readonly cmdlet?: string;
  declare readonly parameter?: string;
  declare readonly hint?: string;

  /**
   * @param text a text of the tables above
   * @param values what its `{0}`, `{1}` … stand for
   */
  constructor(
    readonly id: BindingErrorId,
    text: string,
    values: readonly string[],
    details: BindingErrorDetails = {},
  ) {
    const filledIn = text.replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? "");
    super(details.hint ? `${filledIn} ${details.hint}` : filledIn);
    this.text = filledIn;
    Object.assign(this, details);
  }
}
