/** One file to be printed: which template, with what. */
export interface Artefact {
  /** relative to the output folder, POSIX separators */
  path: string;
  /** `templates/<template>.hbs` */
  template: string;
  /** spec files it is made from, relative to the specs folder, sorted */
  sources: string[];
  /** plain data; finished strings and sorted lists */
  view: object;
  /** what a TypeScript file declares at its top level; the verify stage proves it */
  declares?: Declarations;
}

export interface Declarations {
  exports: string[];
  locals?: string[];
  /** a program: it may do something when it is imported */
  program?: boolean;
}
