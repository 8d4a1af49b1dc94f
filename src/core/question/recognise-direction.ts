/** How an address stands in the talk: seen as the source, used as the destination, or bound to by a listener. */
export type Direction = "source" | "destination" | "bound";

const BEFORE = 60;
const AFTER = 24;

const cues: readonly { readonly direction: Direction; readonly before?: RegExp; readonly after?: RegExp }[] = [
  {
    direction: "destination",
    before:
      /(?:resolv\w*|points?|connect\w*|dial\w*|forward\w*|send\w*|talk\w*|goes?|route[sd]?) (?:to|tcp|udp)\b[^.;?!]{0,24}$/,
  },
  {
    direction: "destination",
    before: /\b(?:reach|curl|ping|telnet|open|dig|wget|destination|dst|cluster-?ip|nameserver)\b[^.;?!]{0,16}$/,
  },
  { direction: "destination", before: /->\s*$/ },
  { direction: "bound", before: /\b(?:bind|bound|listen\w*)\b[^.;?!]{0,16}$/ },
  {
    direction: "source",
    before:
      /\b(?:from|source|src|client|caller|remote|peer|visitor|logs?|logged|sees?|seen|shows?|showing|sender)\b[^;?!]{0,40}$/,
  },
  {
    direction: "source",
    after: /^[^.;?!]{0,12}\b(?:as (?:the )?(?:source|client|caller|peer)|is attacking|connects)\b/,
  },
];

/** Reads the words around a mention; the nearest kind of cue wins, in the order of the table. */
export function recogniseDirection(text: string, start: number, end: number): Direction | undefined {
  const before = text.slice(Math.max(0, start - BEFORE), start).toLowerCase();
  const after = text.slice(end, end + AFTER).toLowerCase();
  return cues.find((cue) => cue.before?.test(before) || cue.after?.test(after))?.direction;
}
