import { formatCidr } from "../../network/cidr.ts";
import type { Situation } from "../select/situation.ts";
import type { Advice } from "./advice.ts";
import { allowedSources, sayAllowed } from "./allowed-peers.ts";
import { roleOf } from "./role-of.ts";

const MOST_SOURCES = 10;

/** The plain list for any firewall, where the blocks that were named can be said by fewer. */
export function adviseSourceList(situation: Situation): Advice | undefined {
  const allowed = allowedSources(situation);
  if (!allowed || allowed.cidrs.length > MOST_SOURCES) return undefined;
  const { cidrs, subjects } = allowed;
  const isService = subjects.some((subject) => roleOf(situation, subject) === "service");
  if (isService || cidrs.length >= subjects.filter(({ kind }) => kind !== "range").length) return undefined;
  return {
    text: "The same addresses as the shortest list:",
    code: { snippet: { language: "text", text: cidrs.map(formatCidr).join("\n") } },
    sets: [],
    values: sayAllowed(cidrs),
    documented: [],
  };
}
