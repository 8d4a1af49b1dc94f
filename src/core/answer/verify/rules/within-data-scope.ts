import { mayUse } from "../../../evidence/data-scope.ts";
import type { VerifyRule } from "./verify-rule.ts";

export const withinDataScope: VerifyRule = {
  name: "within-data-scope",
  judge: (statement, { answer, audience }) => {
    const used = answer.evidence.filter(({ id }) => statement.evidence.includes(id));
    if (!mayUse(audience, "live-cluster") && used.some(({ kind }) => kind === "lookup")) {
      return `Live data must not reach the audience ${audience}.`;
    }
    if (!mayUse(audience, "private-overlay") && used.some(({ isPrivate }) => isPrivate)) {
      return `An organisation's own knowledge must not reach the audience ${audience}.`;
    }
    return undefined;
  },
};
