import { formatCidr } from "../../../network/cidr.ts";
import type { RegistryRow } from "../../../network/registry.ts";
import { headAndTail } from "../../../question/recognise-topics.ts";
import type { Topic } from "../../../question/topic.ts";
import { computedEvidence, evidenceOfRow } from "../../evidence-of.ts";
import { type Piece, priorities } from "../../piece.ts";
import type { ClassifiedSubject, Situation } from "../../select/situation.ts";
import { listWords } from "../list-words.ts";

/** Whose traffic is let through may well be public: there the block is somebody else's on purpose. */
const othersTopics: ReadonlySet<Topic> = new Set([
  "allow-inbound",
  "allow-outbound",
  "network-policy",
  "proxy-headers",
]);
/** What people number themselves. */
const ownNetwork =
  /\b(?:pods?|services?|nodes?|cluster|vnet|vpc|lan|vlan|docker|compose|containers?|subnet|address space|internally|inside|intranet|vpn|own (?:network|range|subnet))\b/i;
/** All of IPv4 and half of it are routes, not networks. */
const WIDEST = 1;

/** Where a network of one's own is numbered from a public block: what that costs, and what to take instead. */
export function describePublicPlans({ subjects, candidates, reading, knowledge }: Situation): Piece[] {
  const planned = subjects.filter((one, i) => isPublicBlock(one) && candidates[i]?.[0]?.certainty !== "documented");
  if (planned.length === 0 || !ownNetwork.test(headAndTail(reading.text))) return [];
  if (reading.topics.some(({ topic }) => othersTopics.has(topic))) return [];
  const rows = knowledge.registry.rows.filter(isPrivate);
  const names = listWords(planned.slice(0, 2).map(({ subject }) => `\`${subject.written}\``));
  const belongs = planned.length > 1 ? "belong" : "belongs";
  const blocks = listWords(
    rows.map(({ cidr }) => formatCidr(cidr)),
    "or",
  );
  const text = `Better number your own network from private space, ${blocks}: ${names} ${belongs} to others, whose hosts it then hides.`;
  const evidence = [computedEvidence("public-plan", text), ...rows.map(evidenceOfRow)];
  return [{ slot: "detail", priority: priorities.unusualScope + 0.5, text, evidence }];
}

function isPrivate({ scope, cidr }: RegistryRow): boolean {
  return scope === "private-use" && cidr.address.family === 4;
}

function isPublicBlock({ subject: { kind, written, block }, verdict, isUniform }: ClassifiedSubject): boolean {
  const { prefixLength, address } = block;
  const isNetwork = kind === "block" && written.includes("/") && prefixLength > WIDEST && prefixLength < 32;
  return isNetwork && address.family === 4 && isUniform && verdict.scope === "global";
}
