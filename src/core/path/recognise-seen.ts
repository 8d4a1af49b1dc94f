import type { NetworkRole } from "../knowledge/network-role.ts";
import { headAndTail } from "../question/recognise-topics.ts";

const saw = "\\b(?:sees?|seen?|shows?|logs?|gets?|source|client|peer|from|with)\\b";
const named = (owner: string) => new RegExp(`${saw}.{0,24}\\b${owner}(?:'s)?\\W{0,2} (?:ip|address)`);
const asSource = (owner: string) =>
  new RegExp(`\\b${owner}(?:'s)?\\W{0,2} (?:ip|address)\\W{0,3} as (?:the |its )?(?:source|client|caller|peer)`);

const sightings: readonly { readonly role: NetworkRole; readonly patterns: readonly RegExp[] }[] = [
  { role: "node", patterns: [named("(?:node|host|worker)"), asSource("(?:node|host|worker)")] },
  { role: "load-balancer", patterns: [named("(?:lb|load[- ]?balancer)"), asSource("(?:lb|load[- ]?balancer)")] },
];

/** Whose address a thread says was seen as the source, when it says so in words; the newest message is first in `texts`. */
export function recogniseSeen(texts: readonly string[]): NetworkRole | undefined {
  const lower = texts.map((text) => headAndTail(text).toLowerCase());
  return lower.flatMap(
    (text) => sightings.find(({ patterns }) => patterns.some((pattern) => pattern.test(text))) ?? [],
  )[0]?.role;
}
