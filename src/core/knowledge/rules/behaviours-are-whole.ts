import type { BehaviourClaim } from "../fact.ts";
import type { KnowledgeRule } from "./knowledge-rule.ts";

export const behavioursAreWhole: KnowledgeRule = {
  name: "behaviours-are-whole",
  judge: ({ products }) =>
    products.flatMap((product) =>
      product.facts.flatMap((fact) => {
        const { claim } = fact;
        if (claim.type !== "behaviour") return [];
        return ends.flatMap((end) => {
          const problem = judgeEnd(claim, end);
          const remedy = `Give \`${end}Becomes\` exactly when \`${end}: rewritten\`.`;
          return problem
            ? { subject: { kind: "product" as const, id: product.id, fact: fact.id }, problem, remedy }
            : [];
        });
      }),
    ),
};

const ends = ["source", "destination"] as const;

function judgeEnd(claim: BehaviourClaim, end: (typeof ends)[number]): string | undefined {
  const becomes = claim[`${end}Becomes`];
  if (claim[end] === "rewritten" && becomes === undefined) return `The ${end} is rewritten, but not said to what.`;
  if (claim[end] === "kept" && becomes !== undefined) return `The ${end} is kept, and still said to become ${becomes}.`;
  return undefined;
}
