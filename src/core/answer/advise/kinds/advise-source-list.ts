import { formatCidr } from "../../../network/cidr.ts";
import type { Situation } from "../../select/situation.ts";
import type { Advice } from "../advice.ts";
import { allowedSources, sayAllowed } from "../allowed-peers.ts";
import { roleOf } from "../role-of.ts";

const MOST_SOURCES = 10;
const isAboutList = /\b(?:firewall|fw|acl|iptables|nftables|ufw|security group|allow\w*)\b|\b(?:white|safe)[- ]?list/i;

/** The plain list for any firewall, where fewer blocks say the same, or a range is wanted as CIDRs. */
export function adviseSourceList(situation: Situation): Advice | undefined {
  if (!isAboutList.test(situation.reading.text)) return undefined;
  const allowed = allowedSources(situation);
  if (!allowed || allowed.cidrs.length > MOST_SOURCES) return undefined;
  const { cidrs, subjects } = allowed;
  const isService = subjects.some((subject) => roleOf(situation, subject) === "service");
  const isRange = /\bcidrs?\b/i.test(situation.reading.text) && subjects.some(({ kind }) => kind === "range");
  if (isService || (cidrs.length >= subjects.length && !isRange)) return undefined;
  return {
    text: "The same addresses as the shortest list of CIDRs:",
    code: { snippet: { language: "text", text: cidrs.map(formatCidr).join("\n") } },
    sets: [],
    values: sayAllowed(cidrs),
    documented: [],
  };
}
