import { wordsBefore } from "./look-around.ts";

const netstatWords = new Set("tcp tcp4 tcp46 udp udp4 udp46 ip".split(" "));

/** Whether a flow's arrow stands beside `[start, end)`, or the head of a netstat line before it: then a fifth number is a port. */
export function isArrowNear(text: string, start: number, end: number): boolean {
  if (/^:?\s{0,3}(?:-?>|<)/.test(text.slice(end, end + 6))) return true;
  if (/>\s{0,3}$/.test(text.slice(Math.max(0, start - 5), start))) return true;
  return wordsBefore(text, start, 10).some((word) => netstatWords.has(word));
}
