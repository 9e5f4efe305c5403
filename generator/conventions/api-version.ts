/** The API version a cmdlet is of: that with the longest prefix its noun has, as `MgBeta` is longer than `Mg`. */
export function versionOfCmdlet<Version extends { prefix: string }>(
  cmdlet: string,
  versions: readonly Version[],
): Version | undefined {
  const noun = cmdlet.slice(cmdlet.indexOf("-") + 1);
  return versions
    .filter(({ prefix }) => noun.startsWith(prefix))
    .toSorted((a, b) => b.prefix.length - a.prefix.length)[0];
}
