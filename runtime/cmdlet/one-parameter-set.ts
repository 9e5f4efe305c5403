/**
 * The parameters of exactly one of the sets in `Union`: whatever only another set has is forbidden, so that a mix of
 * sets, a missing mandatory parameter or an unknown one does not compile. `Others` are sets whose parameters are
 * forbidden, too.
 */
export type OneParameterSet<Union extends object, Others extends object = never> = OneOf<
  Union,
  ParameterName<Union | Others>
>;

type ParameterName<Union> = Union extends unknown ? keyof Union : never;

type OneOf<Union, Name extends PropertyKey> = Union extends unknown
  ? Union & { [Other in Exclude<Name, keyof Union>]?: never }
  : never;
