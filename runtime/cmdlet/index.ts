export { type BoundParameters, bindParameters } from "./bind-parameters.js";
export type { Cmdlet, CmdletParameter } from "./cmdlet.js";
export { didYouMean } from "./did-you-mean.js";
export {
  type BindingErrorDetails,
  type BindingErrorId,
  ParameterBindingError,
  bindingTexts,
  commandLineTexts,
} from "./errors.js";
export type { OneParameterSet } from "./one-parameter-set.js";
export { type ParameterSetResult, pipelineParameters, resolveParameterSet } from "./parameter-sets.js";
export { propertyName } from "./property-name.js";
