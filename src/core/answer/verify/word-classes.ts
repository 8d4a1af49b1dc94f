/**
 * Words that hold a sentence together and claim nothing; a wording may add and drop them. Not among them, since they
 * decide what is said of what: "that" and "which", "you", "has", "on", "with", "as", "to", "from", "by", "or".
 */
export const glueWords: ReadonlySet<string> = wordSet(`
  a an the this these those it its itself they them their theirs there here
  is are be am do does of for at and also your such please
`);

/** Words that may be dropped without a claim getting lost, but not added: a new "so" would be a new conclusion. */
export const weakWords: ReadonlySet<string> = wordSet(`
  own so thus therefore hence then simply basically actually indeed lie lies sit sits fall falls already
`);

/** Words that open a condition or a reason, which may stand before or after what it belongs to. */
export const conditionWords: ReadonlySet<string> = wordSet(`
  if when whenever unless until because since while where
`);

/** Words that make it doubtful how far a condition reaches: beside them nothing moves. */
export const reachWords: ReadonlySet<string> = wordSet(`
  and or but nor however though although that which who whose what how whether so than then also too as
  only even just both either neither except besides instead
`);

/** After them "if", "when" and "where" ask rather than set a condition: "check if it runs" is not "if it runs, check". */
export const askingWords: ReadonlySet<string> = wordSet(`
  ask asks asked check checks checked see sees seen look looks find finds found know knows known tell tells told
  say says said show shows shown verify test tests decide decides decided depend depends matter matters mean means
  learn list lists print prints report reports explain explains understand remember guess
`);

/** Verbs after or before which "not" denies the sentence, as opposed to one word of it ("pods, not nodes"). */
export const auxiliaries: ReadonlySet<string> = wordSet(`
  is are was were be been am do does did has have had can could may might must shall should will would need
`);

/** What denies; "does-not" is how a "not" beside an auxiliary is told from one that denies a single word. */
export const negations: ReadonlySet<string> = wordSet("does-not not never no none nor neither without hardly");

/** Words that say the same here; every line is one meaning. Where in doubt, two words are not the same. */
const synonymLines = `
  give hand assign allocate
  gives hands assigns allocates
  given handed assigned allocated
  use utilise utilize employ
  uses utilises utilizes employs
  used utilised utilized employed
  get receive obtain
  gets receives obtains
  change alter modify
  changes alters modifies
  changed altered modified
  choose select pick
  chosen selected picked
  set configured
  start begin
  starts begins
  show display
  shows displays
  permit allow
  permits allows
  permitted allowed
  require need
  requires needs
  inside in within into
  which that who
  about roughly approximately around
  usually normally typically generally
  often frequently
  likely probably
  perhaps maybe possibly
  but however
  although though
  whereas while
`;

/** The first word of a synonym's line, for every word that has synonyms. */
export const synonyms: ReadonlyMap<string, string> = new Map(
  synonymLines
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [first = "", ...others] = line.trim().split(" ");
      return [first, ...others].map((word): [string, string] => [word, first]);
    }),
);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
