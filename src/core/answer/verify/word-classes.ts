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
  own so thus therefore hence then simply basically actually indeed lie lies sit sits fall falls
`);

/** Verbs after or before which "not" denies the sentence, as opposed to one word of it ("pods, not nodes"). */
export const auxiliaries: ReadonlySet<string> = wordSet(`
  is are was were be been am do does did has have had can could may might must shall should will would need
`);

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
