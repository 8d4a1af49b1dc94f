import { formatCidr } from "../../network/cidr.ts";
import type { Fact, RangeClaim } from "../fact.ts";
import { judgeFacts } from "../judge-facts.ts";
import type { KnowledgeRule } from "./knowledge-rule.ts";

export const oneRoleARange: KnowledgeRule = {
  name: "one-role-a-range",
  judge: ({ products }) =>
    judgeFacts(products, (fact, product) => {
      const claim = settledRange(fact);
      if (!claim) return [];
      const earlier = product.facts.slice(0, product.facts.indexOf(fact)).filter((other) => holdsWith(fact, other));
      return claim.cidrs.map(formatCidr).flatMap((value) => {
        const rival = earlier.find((other) => settledRange(other, claim)?.cidrs.map(formatCidr).includes(value));
        if (!rival) return [];
        const problem = `${rival.id} gives this range another role at the same time.`;
        return { problem, remedy: "Mend the wrong role, or say with `appliesTo` when each holds.", value };
      });
    }),
};

/**
 * The claim of a range that is in force. A pool is there for others to take their ranges from, and what is reserved is
 * named because of somebody else; given a claim, only one of another role.
 */
function settledRange({ claim }: Fact, against?: RangeClaim): RangeClaim | undefined {
  if (claim.type !== "range" || claim.role === "address-pool" || claim.role === against?.role) return undefined;
  return claim.status === "default" || claim.status === "fixed" ? claim : undefined;
}

function holdsWith(a: Fact, b: Fact): boolean {
  const { since, until, note } = a.appliesTo;
  return since === b.appliesTo.since && until === b.appliesTo.until && note === b.appliesTo.note;
}
