import type { Place } from "./found.ts";
import { wordBefore, wordsBefore } from "./look-around.ts";

/** `tight` is written without doubt; `loose` counts only when both ends are of one block. */
export type Connector = "tight" | "loose";

const LONGEST_CONNECTOR = 16;
/** Words of traffic: "from a to b" then names two ends of a conversation, or a change from one address to another. */
const flowWords = new Set([
  ..."traffic ping pinging pings packet packets request requests connect connects connection connections call calls curl ssh".split(
    " ",
  ),
  ..."route routes routed send sends sent goes going flow flows snat dnat nat translated translates rewritten rewrites".split(
    " ",
  ),
  ..."changed change changes moved move migrated migrate renumbered switched switch redirect redirects forwarded forward".split(
    " ",
  ),
  ..."update updated updating record records replace replaced access reach reaches reply replies talk talks telnet hop hops path tunnel vpn get comes jumps failed failover difference differences differ differs distinguish compare comparison choose link connection connect connectivity traffic route routes routing peering latency conflict overlap relation communication".split(
    " ",
  ),
]);

/** What joins two neighbours as the ends of a range; undefined when they merely stand side by side. */
export function readConnector(text: string, previous: Place, next: Place): Connector | undefined {
  const gap = text.slice(previous.end, next.start);
  if (gap.length > LONGEST_CONNECTOR || /[\n\r]/.test(gap)) return undefined;
  const sign = gap.replace(/[`'"*]/g, "").toLowerCase();
  if (sign === "-" || sign === "--" || /^\.{2,3}$/.test(sign)) return "tight";
  if (/^[ \t]*(?:-|--|\.\.\.?|…|~)[ \t]*$/.test(sign)) return "loose";
  if (/^[ \t]+(?:through|thru|until|till|up to)[ \t]+$/.test(sign)) return "loose";
  const isBetween = /^[ \t]+and[ \t]+$/.test(sign) && wordBefore(text, previous.start).word === "between";
  if (!isBetween && !/^[ \t]+to[ \t]+$/.test(sign)) return undefined;
  return isFlow(text, previous.start) ? undefined : "loose";
}

const isFlow = (text: string, start: number): boolean =>
  wordsBefore(text, start, 7).some((word) => flowWords.has(word));
