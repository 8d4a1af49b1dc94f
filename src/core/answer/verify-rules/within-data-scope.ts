import { mayUse } from "../../evidence/data-scope.ts";
import type { VerifyRule } from "./verify-rule.ts";

export const withinDataScope: VerifyRule = {
  name: "within-data-scope",
  judge: (statement, { answer, audience }) => {
    if (mayUse(audience, "live-cluster")) return undefined;
    const live = answer.evidence.filter(({ id, kind }) => kind === "lookup" && statement.evidence.includes(id));
    return live.length > 0 ? `Live data must not reach the audience ${audience}.` : undefined;
  },
};
