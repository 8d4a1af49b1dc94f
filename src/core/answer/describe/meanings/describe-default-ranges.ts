import type { Fact, RangeClaim } from "../../../knowledge/fact.ts";
import { factsInForce } from "../../../knowledge/knowledge.ts";
import { type NetworkRole, roleTraits } from "../../../knowledge/network-role.ts";
import { shadowedBy } from "../../../knowledge/shadowed-roles.ts";
import { formatCidr } from "../../../network/cidr.ts";
import { telling } from "../../../question/telling-words.ts";
import { evidenceOfFact } from "../../evidence-of.ts";
import { type Piece, priorities } from "../../piece.ts";
import { isRoleNamed } from "../../select/role-words.ts";
import type { Situation } from "../../select/situation.ts";
import { listWords } from "../list-words.ts";

const MOST_PRODUCTS = 2;
const MOST_RANGES = 5;

/** In the order in which they matter to one who asks for ranges; what a product has besides is told by its facts. */
const rolesInOrder: readonly NetworkRole[] = [
  "pod",
  "service",
  "node",
  "vpn",
  "bridge",
  "address-pool",
  "join",
  "transit",
  "masquerade",
];

type RangeFact = Fact & { readonly claim: RangeClaim };

/** The ranges a named product has unless they are changed, in one sentence, where ranges are asked for and no address is shown. */
export function describeDefaultRanges({ reading, subjects, knowledge }: Situation): Piece[] {
  if (subjects.length > 0 || !reading.topics.some(({ topic }) => topic === "which-range")) return [];
  const isShadowed = shadowedBy(
    knowledge,
    reading.products.map(({ product }) => product),
  );
  const words = telling(reading.text);
  const asked = rolesInOrder.filter((role) => isRoleNamed(role, words));
  const isWanted = asksForIpv6.test(reading.text) ? () => true : isIpv4;
  return reading.products.slice(0, MOST_PRODUCTS).flatMap(({ product }) => {
    const facts = factsInForce(knowledge, product).filter(
      (fact) => isCurrent(fact) && isWanted(fact) && !isShadowed(fact),
    );
    const told = inOrder(facts.filter(isRange), asked.length > 0 ? asked : rolesInOrder);
    return told.length > 0 ? sayRanges(knowledge.products.get(product)?.name ?? product, told) : [];
  });
}

const asksForIpv6 = /\bipv6\b|\bdual[- ]?stack\b/i;

function isRange(fact: Fact): fact is RangeFact {
  return fact.claim.type === "range";
}

function isCurrent({ claim, appliesTo }: Fact): boolean {
  const isDefault = claim.type === "range" && (claim.status === "default" || claim.status === "fixed");
  return isDefault && appliesTo.until === undefined;
}

function isIpv4({ claim }: Fact): boolean {
  return claim.type === "range" && claim.cidrs.some(({ address }) => address.family === 4);
}

/** Of each role what the nearest product says of it first: a file begins with the usual, and goes on with the exceptions. */
function inOrder(facts: readonly RangeFact[], roles: readonly NetworkRole[]): RangeFact[] {
  const told = roles.flatMap((role) => facts.find(({ claim }) => claim.role === role) ?? []);
  // What a cluster's machines have on themselves is no range of the cluster.
  const isCluster = told.some(({ claim }) => claim.role === "pod");
  return told.filter(({ claim }) => !(isCluster && claim.role === "bridge")).slice(0, MOST_RANGES);
}

function sayRanges(name: string, facts: readonly RangeFact[]): Piece[] {
  const ranges = facts.map(({ claim: { role, cidrs, rule } }) => {
    // "A /14 of it a cluster": without its rule the block would be taken to be in use as a whole.
    return `${listBlocks(cidrs.map(formatCidr))} (${roleTraits[role].noun}${rule ? `: ${rule}` : ""})`;
  });
  const text = `${name} by default: ${listWords(ranges)}.`;
  return [{ slot: "detail", priority: priorities.defaultRanges, text, evidence: facts.map(evidenceOfFact) }];
}

/** Many blocks are told by the first and the last. */
function listBlocks(blocks: readonly string[]): string {
  return blocks.length > 2 ? `${blocks[0]} … ${blocks.at(-1)}` : listWords(blocks, "or");
}
