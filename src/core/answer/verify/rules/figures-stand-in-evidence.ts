import { figuresImpliedBy, figuresIn } from "../figures-in.ts";
import { shownBy, type VerifyRule } from "./verify-rule.ts";

export const figuresStandInEvidence: VerifyRule = {
  name: "figures-stand-in-evidence",
  judge: (statement, { answer }) => {
    const evidence = answer.evidence.filter(({ id }) => statement.evidence.includes(id));
    const known = new Set(evidence.flatMap((item) => figuresImpliedBy(item.statement)));
    const unknown = figuresIn(shownBy(statement)).filter((figure) => !known.has(figure));
    return unknown.length > 0 ? `The evidence does not hold ${unknown.join(", ")}.` : undefined;
  },
};
