import type { KnowledgeProblem } from "./knowledge-problem.ts";
import { aliasesDoNotCollide } from "./rules/aliases-do-not-collide.ts";
import { articlesCanBeReached } from "./rules/articles-can-be-reached.ts";
import { behavioursAreWhole } from "./rules/behaviours-are-whole.ts";
import { buildsOnHasNoCircle } from "./rules/builds-on-has-no-circle.ts";
import { datesAreSane } from "./rules/dates-are-sane.ts";
import { everyStatementHasASource } from "./rules/every-statement-has-a-source.ts";
import { idsAreUnique } from "./rules/ids-are-unique.ts";
import type { KnowledgeRule, KnowledgeUnderReview } from "./rules/knowledge-rule.ts";
import { referencesResolve } from "./rules/references-resolve.ts";

const rules: readonly KnowledgeRule[] = [
  idsAreUnique,
  referencesResolve,
  buildsOnHasNoCircle,
  aliasesDoNotCollide,
  everyStatementHasASource,
  datesAreSane,
  articlesCanBeReached,
  behavioursAreWhole,
];

/** Judges knowledge that has the right shape by every rule and names all that is wrong at once. */
export function checkKnowledge(knowledge: KnowledgeUnderReview): KnowledgeProblem[] {
  return rules.flatMap((rule) => rule.judge(knowledge).map((found) => ({ rule: rule.name, ...found })));
}
