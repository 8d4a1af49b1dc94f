import type { VerifyRule } from "./verify-rule.ts";

export const hasEvidence: VerifyRule = {
  name: "has-evidence",
  judge: (statement, { answer }) => {
    const known = new Set(answer.evidence.map((evidence) => evidence.id));
    if (statement.evidence.length === 0) return "The statement rests on no evidence.";
    const missing = statement.evidence.filter((id) => !known.has(id));
    return missing.length > 0 ? `The answer does not carry the evidence ${missing.join(", ")}.` : undefined;
  },
};
