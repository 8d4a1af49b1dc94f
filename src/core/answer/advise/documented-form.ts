import type { Evidence } from "../../evidence/evidence.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { evidenceOfArticle, evidenceOfFact } from "../evidence-of.ts";

/** Facts by id, and items of articles as `article#field`: the item that speaks of that field. */
export type FormReference = string;

/** What the knowledge says of a form; undefined when a part is missing, since then nothing shows that the form is right. */
export function documentedForm(knowledge: Knowledge, references: readonly FormReference[]): Evidence[] | undefined {
  const found = references.map((reference) => find(knowledge, reference));
  return found.every((evidence) => evidence !== undefined) ? found : undefined;
}

function find(knowledge: Knowledge, reference: FormReference): Evidence | undefined {
  const [id = "", field] = reference.split("#");
  if (field === undefined) {
    const fact = knowledge.facts.get(id);
    return fact && evidenceOfFact(fact);
  }
  const article = knowledge.articles.find((one) => one.id === id);
  const items = article ? [...article.statements, ...article.steps, ...article.checks] : [];
  const item = items.find(({ text }) => text.includes(field));
  return article && item && evidenceOfArticle(article, item);
}
