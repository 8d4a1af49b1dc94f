/**
 * One text, all that must come out of it in canonical form, separated by spaces (addresses, blocks, ranges and host names together,
 * in any order, each once), and the kinds of findings, separated by spaces, in order of their place; findings are not looked at when left out.
 */
export type ExtractionCase = readonly [text: string, expected: string, findings?: string];
