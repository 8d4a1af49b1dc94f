import { type KnowledgeException, nameSubject } from "./knowledge-exception.ts";
import type { KnowledgeProblem } from "./knowledge-problem.ts";
import { aliasesAreNotOrdinaryWords } from "./rules/aliases-are-not-ordinary-words.ts";
import { aliasesDoNotCollide } from "./rules/aliases-do-not-collide.ts";
import { articlesCanBeReached } from "./rules/articles-can-be-reached.ts";
import { articlesHaveStatements } from "./rules/articles-have-statements.ts";
import { behavioursAreWhole } from "./rules/behaviours-are-whole.ts";
import { buildsOnHasNoCircle } from "./rules/builds-on-has-no-circle.ts";
import { datesAreSane } from "./rules/dates-are-sane.ts";
import { everyStatementHasASource } from "./rules/every-statement-has-a-source.ts";
import { factsAreFresh } from "./rules/facts-are-fresh.ts";
import { idsAreUnique } from "./rules/ids-are-unique.ts";
import type { KnowledgeRule, KnowledgeUnderReview } from "./rules/knowledge-rule.ts";
import { oneRoleARange } from "./rules/one-role-a-range.ts";
import { overridesResolve } from "./rules/overrides-resolve.ts";
import { productsAreToldApart } from "./rules/products-are-told-apart.ts";
import { rangesDoNotContradictParents } from "./rules/ranges-do-not-contradict-parents.ts";
import { referencesResolve } from "./rules/references-resolve.ts";
import { rolesStandInStatements } from "./rules/roles-stand-in-statements.ts";
import { sourcesAreWellFormed } from "./rules/sources-are-well-formed.ts";
import { statementsHoldTheirFigures } from "./rules/statements-hold-their-figures.ts";

const rules: readonly KnowledgeRule[] = [
  idsAreUnique,
  referencesResolve,
  overridesResolve,
  buildsOnHasNoCircle,
  aliasesDoNotCollide,
  everyStatementHasASource,
  datesAreSane,
  articlesCanBeReached,
  behavioursAreWhole,
  articlesHaveStatements,
  aliasesAreNotOrdinaryWords,
  sourcesAreWellFormed,
  factsAreFresh,
  statementsHoldTheirFigures,
  rolesStandInStatements,
  oneRoleARange,
  rangesDoNotContradictParents,
  productsAreToldApart,
];

/**
 * Judges knowledge that has the right shape by every rule and names all that is wrong at once. An exception silences what
 * its rule finds on its subject; one that silences nothing is itself a finding, so that none outlives its reason.
 */
export function checkKnowledge(
  knowledge: KnowledgeUnderReview,
  exceptions: readonly KnowledgeException[] = [],
): KnowledgeProblem[] {
  const found = rules.flatMap((rule) => judgeBy(rule, knowledge));
  const silenced = exceptions.map(({ rule, subject }) =>
    found.filter((problem) => problem.rule === rule && nameSubject(problem.subject) === subject),
  );
  const isSilenced = new Set(silenced.flat());
  return [
    ...found.filter((problem) => !isSilenced.has(problem)),
    ...exceptions.filter((_, i) => silenced[i]?.length === 0).map(unneeded),
  ];
}

function judgeBy({ name, judge, onlyForReview }: KnowledgeRule, knowledge: KnowledgeUnderReview): KnowledgeProblem[] {
  return judge(knowledge).map((found) => ({ rule: name, ...found, ...(onlyForReview ? { onlyForReview } : {}) }));
}

function unneeded({ rule, subject }: KnowledgeException): KnowledgeProblem {
  return {
    rule: "exceptions-are-needed",
    subject: { kind: "exception", id: subject },
    problem: `The rule ${rule} finds nothing there.`,
    remedy: "Take the exception out, or mend its `rule` or `subject`.",
    value: subject,
    onlyForReview: true,
  };
}
