import { irregularPlurals, isUninflected, knownSingulars, pronouns } from "./singular-tables.js";

interface Rule {
  endings: readonly string[];
  /** letters cut off, and what takes their place */
  cut: number;
  put?: string;
}

/** The first rule with a fitting ending decides. */
const rules: readonly Rule[] = [
  { endings: ["men"], cut: 2, put: "an" },
  { endings: ["lice", "mice"], cut: 3, put: "ouse" },
  { endings: ["teeth"], cut: 4, put: "ooth" },
  { endings: ["geese"], cut: 4, put: "oose" },
  { endings: ["feet"], cut: 3, put: "oot" },
  { endings: ["zoa"], cut: 2, put: "oon" },
  { endings: ["ches", "shes", "sses"], cut: 2 },
  { endings: ["trices"], cut: 3, put: "x" },
  { endings: ["eaux", "ieux"], cut: 1 },
  { endings: ["alves", "elves", "olves", "eaves", "arves"], cut: 3, put: "f" },
  { endings: ["nives", "lives", "wives"], cut: 3, put: "fe" },
  { endings: ["ays", "eys", "iys", "oys", "uys"], cut: 1 },
  { endings: ["ies"], cut: 3, put: "y" },
  { endings: ["aos", "eos", "ios", "oos", "uos", "ces"], cut: 1 },
  { endings: ["ses", "xes", "oes"], cut: 2 },
  { endings: ["ss"], cut: 0 },
  { endings: ["s"], cut: 1 },
];

/**
 * The singular of a lower-case word as AutoRest.PowerShell forms it, mistakes included: cmdlets are known by `Window`,
 * `Cooky` and `Sm`.
 */
export function singular(word: string): string {
  if (word.length <= 1 || /[^a-z]/.test(word) || pronouns.has(word)) return word;
  if (isUninflected(word) || knownSingulars.has(word)) return word;
  const irregular = irregularPlurals.get(word);
  if (irregular !== undefined) return irregular;
  const rule = rules.find(({ endings }) => endings.some((ending) => word.endsWith(ending)));
  return rule ? word.slice(0, word.length - rule.cut) + (rule.put ?? "") : word;
}

/** Words whose singular above is none; what a person would have written. */
const mended: ReadonlyMap<string, string> = new Map(
  `aliases:alias apis:api axes:axis bonuses:bonus buses:bus caches:cache campuses:campus canvas:canvas canvases:canvas
  clauses:clause cookies:cookie courses:course courseware:courseware databases:database dies:die does:does expenses:expense
  exercises:exercise headaches:headache horses:horse kudos:kudos lenses:lens leases:lease niches:niche nurses:nurse os:os
  pauses:pause pies:pie premises:premises process:process purposes:purpose senses:sense sms:sms tls:tls uses:use
  verses:verse virus:virus viruses:virus windows:windows yes:yes`
    .split(/\s+/)
    .flatMap((pair) => {
      const [plural, wanted] = pair.split(":");
      return plural && wanted ? [[plural, wanted] as const] : [];
    }),
);

/** The word that `singular` spoils, as it should be: `cookies` -> `cookie`; undefined where nothing is wrong. */
export function mendedSingular(word: string): string | undefined {
  const wanted = mended.get(word);
  return wanted === singular(word) ? undefined : wanted;
}
