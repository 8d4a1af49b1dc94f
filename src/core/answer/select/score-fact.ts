import type { Claim, Fact } from "../../knowledge/fact.ts";
import type { NetworkRole } from "../../knowledge/network-role.ts";
import type { Topic } from "../../question/topic.ts";
import { passageWeights as weights } from "./passage-weights.ts";
import { isRoleNamed } from "./role-words.ts";

/** What of a question facts are held against. */
export type FactContext = {
  readonly topics: ReadonlySet<Topic>;
  /** The thread's telling words. */
  readonly words: ReadonlySet<string>;
  /** The products it names, without what they build on. */
  readonly named: ReadonlySet<string>;
  /** Facts that bear on the topics, the best first. */
  readonly bearing: readonly Fact[];
};

const rangeTopics: readonly Topic[] = ["which-range", "documented", "change-range"];

/** How well a fact fits a question, in points, its words and its product aside. */
export function scoreFact(fact: Fact, { topics, words, named, bearing }: FactContext): number {
  const place = bearing.indexOf(fact);
  const bears = place < 0 ? 0 : weights.bearing / (1 + 0.3 * place);
  const own = fact.visibility === "private" ? weights.own : 0;
  if (isPast(fact.claim)) return weights.fact + bears + own + weights.former;
  const isAsked = named.has(fact.product) && rangeTopics.some((topic) => topics.has(topic));
  if (fact.claim.type === "behaviour" || !isRoleNamed(fact.claim.role, words)) {
    const isMeant = isAsked && fact.claim.type === "range" && !namesAnyRole(words);
    return weights.fact + bears + own + (isMeant ? weights.askedAnyRange : 0);
  }
  return weights.fact + bears + own + weights.roleNamed + (isAsked ? weights.askedRange : 0);
}

function isPast(claim: Claim): boolean {
  return claim.type !== "behaviour" && (claim.status === "former" || claim.status === "example");
}

/** Whether a thread says for what it asks a range: pods, Services, nodes; "docker default range?" does not. */
function namesAnyRole(words: ReadonlySet<string>): boolean {
  return commonRoles.some((role) => isRoleNamed(role, words));
}

const commonRoles: readonly NetworkRole[] = ["pod", "service", "node", "load-balancer", "vpn"];
