import { join } from "node:path";
import { loadSoundKnowledge } from "../../../../src/adapters/files/load-knowledge.ts";
import { assembleSituation } from "../../../../src/core/answer/select/assemble-situation.ts";
import type { Situation } from "../../../../src/core/answer/select/situation.ts";
import type { Knowledge } from "../../../../src/core/knowledge/knowledge.ts";
import type { Question } from "../../../../src/core/question/question.ts";
import { readQuestion } from "../../../../src/core/question/read-question.ts";
import { buildProductLexicon } from "../../../../src/core/question/recognise-products.ts";
import { sampleQuestion } from "../../../support/sample-question.ts";

const root = join(import.meta.dirname, "..", "..", "..", "..");
/** The knowledge that is shipped. */
export const knowledge = loadSoundKnowledge(join(root, "knowledge"), "2099-01-01");
const lexicon = buildProductLexicon(
  [...knowledge.products.values()].flatMap(({ id, name, aliases }) =>
    [id, name, ...aliases].map((phrase) => ({ phrase, product: id })),
  ),
);

/** What the pipeline would make of a text, with the knowledge that is shipped or, where given, another view of it. */
export function situationOf(text: string, more: Partial<Question> = {}, view: Knowledge = knowledge): Situation {
  const question = sampleQuestion("q", { text, ...more });
  return assembleSituation(question, readQuestion(question, lexicon), view, [], []);
}
