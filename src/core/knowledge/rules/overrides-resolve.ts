import { judgeFacts } from "../judge-facts.ts";
import type { KnowledgeRule } from "./knowledge-rule.ts";

export const overridesResolve: KnowledgeRule = {
  name: "overrides-resolve",
  judge: ({ products }) =>
    judgeFacts(products, ({ id, overrides }) => {
      // A fact that found its place has taken the id of the one it overrides.
      if (overrides === undefined || overrides === id) return [];
      const problem = "There is no public fact of this id, or another fact overrides it already.";
      return [{ problem, remedy: "`explain-ip knowledge list --json` names the facts there are.", value: overrides }];
    }),
};
