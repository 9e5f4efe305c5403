// Tables of the singularizer of AutoRest.PowerShell, as far as words of services are concerned.

/** Left as they are. */
export const pronouns: ReadonlySet<string> = wordSet(`we you he she they it me us him her them myself ourselves yourself
  himself herself itself my our your his their its mine yours hers theirs this that these those all another
  any anybody anyone anything both each other either everyone everybody everything most much nothing nobody none one others
  some somebody someone something what whatever which whichever who whoever whom whomever whose`);

const uninflectedEndings = ["fish", "ois", "sheep", "deer", "pos", "itis", "ism"];

const uninflectedWords =
  wordSet(`acls aircraft alias as bps cattle chaos clippers corps ddos debris diabetes dns fips gbps
  hair headquarters homework https ice information innings kbps mbps measles media milk molasses ms mumps news offspring os
  pincers pliers police proceedings rights sas scissors series shears species statistics statuses traffic credentials vmss`);

/** Plural and singular are one. */
export function isUninflected(word: string): boolean {
  return uninflectedWords.has(word) || uninflectedEndings.some((ending) => word.endsWith(ending));
}

/** `plural:singular`, as no rule would have it. */
export const irregularPlurals: ReadonlyMap<string, string> = new Map(
  pairs(`children:child people:person oxen:ox moneys:money clothes:cloth houses:house roses:rose gases:gas buses:bus
  axes:axis memos:memo casinos:casino silos:silo stereos:stereo studios:studio lenses:lens aliases:alias pies:pie
  corpora:corpus traces:trace chilies:chili calories:calorie freebies:freebie lies:lie ties:tie movies:movie changes:change
  cases:case valves:valve bonuses:bonus specimens:specimen octopuses:octopus
  analyses:analysis bases:basis crises:crisis diagnoses:diagnosis hypotheses:hypothesis neuroses:neurosis oases:oasis
  paralyses:paralysis parentheses:parenthesis prognoses:prognosis psychoanalyses:psychoanalysis synopses:synopsis
  syntheses:synthesis theses:thesis
  briefcases:briefcase blouses:blouse bruises:bruise catchphrases:catchphrase clearinghouses:clearinghouse
  clubhouses:clubhouse compromises:compromise concourses:concourse courthouses:courthouse curses:curse discourses:discourse
  diseases:disease enterprises:enterprise expertises:expertise franchises:franchise fuses:fuse greenhouses:greenhouse
  impulses:impulse licenses:license lighthouses:lighthouse merchandises:merchandise misuses:misuse noises:noise
  nurses:nurse paraphrases:paraphrase phases:phase phrases:phrase powerhouses:powerhouse promises:promise
  purchases:purchase purses:purse recourses:recourse refuses:refuse releases:release responses:response
  staircases:staircase storehouses:storehouse suitcases:suitcase supervises:supervise surprises:surprise teases:tease
  transposes:transpose universes:universe vases:vase warehouses:warehouse workhorses:workhorse workhouses:workhouse
  censuses:census consensuses:consensus
  addenda:addendum agenda:agendum algae:alga alumnae:alumna automata:automaton bacteria:bacterium codices:codex
  criteria:criterion errata:erratum extrema:extremum fora:forum ova:ovum phenomena:phenomenon polyhedra:polyhedron
  strata:stratum vertebrae:vertebra
  alumni:alumnus antennae:antenna apices:apex aquaria:aquarium auroras:aurora compendia:compendium consortia:consortium
  cortices:cortex curricula:curriculum dicta:dictum diplomata:diploma dogmata:dogma dramata:drama emporia:emporium
  enigmata:enigma foci:focus formulae:formula fungi:fungus genii:genius gymnasia:gymnasium honoraria:honorarium
  hyperbolae:hyperbola indices:index lacunae:lacuna latices:latex maxima:maximum memoranda:memorandum minima:minimum
  momenta:momentum nebulae:nebula novae:nova optima:optimum parabolae:parabola quanta:quantum radii:radius
  schemata:schema simplices:simplex spectra:spectrum stadia:stadium stigmata:stigma stimuli:stimulus styli:stylus
  tempi:tempo tori:torus traumata:trauma ultimata:ultimatum vacua:vacuum vertices:vertex vortices:vortex
  embryos:embryo ghettos:ghetto manifestos:manifesto photos:photo pros:pro commandos:commando
  databases:database premises:premise are:is`),
);

/** Singulars whose ending looks like a plural's. */
export const knownSingulars: ReadonlySet<string> = new Set([
  ...irregularPlurals.values(),
  ...wordSet(`is was has am status redis apparatus impetus prospectus nexus sinus plexus hiatus census consensus iris
  tuberculosis metamorphosis symbiosis`),
]);

function wordSet(list: string): Set<string> {
  return new Set(list.split(/\s+/));
}

function* pairs(list: string): Generator<[string, string]> {
  for (const pair of list.split(/\s+/)) {
    const [plural, one] = pair.split(":");
    if (plural && one) yield [plural, one];
  }
}
