/** How an address stands in the talk: seen as the source, used as the destination, or bound to by a listener. */
export type Direction = "source" | "destination" | "bound";

const BEFORE = 60;
const AFTER = 32;

/** Words between a cue and the address; a sentence's end is none of them. */
const gap = "[^;?!\\n]{0,40}";
const shortGap = "[^;?!\\n]{0,16}";

type Cue = { readonly direction: Direction; readonly before?: RegExp; readonly after?: RegExp };

/** Tried in this order; where a text says both, what stands nearest to the address comes first in the table. */
const cues: readonly Cue[] = [
  { direction: "destination", before: /(?:->|→|⇒|=>)\s*$/ },
  { direction: "bound", before: new RegExp(`\\b(?:bind|bound|listen\\w*)\\b${shortGap}$`) },
  {
    direction: "source",
    before:
      /\b(?:from|source|src|sender|by)\b ?(?:the |our |my |an? )?(?:ip |address |host |pod |client )?(?:is |was |=|:)?\W{0,3}$/,
  },
  {
    direction: "destination",
    before: /\b(?:to|at|towards)\b ?(?:the |our |an? )?(?:ip |address |host |service )?\W{0,3}$/,
  },
  {
    direction: "destination",
    before: new RegExp(
      `\\b(?:resolv\\w*|points?|connect\\w*|dial\\w*|forward\\w*|send\\w*|talk\\w*|goes?|route[sd]?) (?:to|tcp|udp)\\b${shortGap}$`,
    ),
  },
  {
    direction: "destination",
    before: new RegExp(
      `\\b(?:reach|curl|ping|telnet|open|dig|wget|call|calls|calling|destination|dst|cluster-?ips?|nameserver)\\b${shortGap}$`,
    ),
  },
  {
    direction: "source",
    before: new RegExp(
      `\\b(?:from|source|src|client|caller|remote|peer|visitor|logs?|logged|sees?|seen|shows?|showing|sender)\\b${gap}$`,
    ),
  },
  {
    direction: "source",
    after:
      /^[^.;?!]{0,12}\b(?:as (?:the )?(?:source|client|caller|peer)|(?:is|was|are|keeps) (?:attacking|hitting|calling|scanning|connecting|flooding)|connects)\b/,
  },
];

/** Reads the words around a mention, within its sentence. */
export function recogniseDirection(text: string, start: number, end: number): Direction | undefined {
  const before = sameSentence(text.slice(Math.max(0, start - BEFORE), start).toLowerCase());
  const after = text.slice(end, end + AFTER).toLowerCase();
  return cues.find((cue) => cue.before?.test(before) || cue.after?.test(after))?.direction;
}

/** What follows the last full stop; a stop inside a number or a name ends nothing. */
function sameSentence(before: string): string {
  const lastEnd = [...before.matchAll(/[.?!]\s+/g)].at(-1);
  return lastEnd ? before.slice(lastEnd.index + lastEnd[0].length) : before;
}
