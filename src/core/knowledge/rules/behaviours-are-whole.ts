import type { BehaviourClaim } from "../fact.ts";
import type { KnowledgeRule } from "./knowledge-rule.ts";

export const behavioursAreWhole: KnowledgeRule = {
  name: "behaviours-are-whole",
  judge: ({ products }) =>
    products.flatMap((product) =>
      product.facts.flatMap((fact) => {
        const missing = fact.claim.type === "behaviour" ? missingOutcome(fact.claim) : undefined;
        if (missing === undefined) return [];
        return {
          subject: { kind: "product" as const, id: product.id, fact: fact.id },
          problem: `The ${missing} is rewritten, but to what is not said, or it is kept and still becomes something.`,
          remedy: `Give \`${missing}Becomes\` exactly when \`${missing}: rewritten\`.`,
        };
      }),
    ),
};

function missingOutcome(claim: BehaviourClaim): "source" | "destination" | undefined {
  if ((claim.source === "rewritten") !== (claim.sourceBecomes !== undefined)) return "source";
  if ((claim.destination === "rewritten") !== (claim.destinationBecomes !== undefined)) return "destination";
  return undefined;
}
