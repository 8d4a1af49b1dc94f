import type { Fact } from "../../knowledge/fact.ts";
import { factsInForce, type Knowledge } from "../../knowledge/knowledge.ts";
import { shadowedBy } from "../../knowledge/shadowed-roles.ts";
import type { Reading } from "../../question/reading.ts";
import { headAndTail } from "../../question/recognise-topics.ts";
import { telling } from "../../question/word-index.ts";

/** Two words that few other facts have. */
const ENOUGH_IN_COMMON = 8.5;
const MOST_FACTS = 2;

/** The facts of the named products that speak of the very things the question speaks of. */
export function selectTellingFacts(reading: Reading, knowledge: Knowledge): Fact[] {
  const products = reading.products.map(({ product }) => product);
  const words = telling(headAndTail(reading.text)).difference(namesOf(products, knowledge));
  const isShadowed = shadowedBy(knowledge, products);
  const facts = [...new Set(products.flatMap((product) => factsInForce(knowledge, product)))];
  return facts
    .map((fact) => ({ fact, score: knowledge.factWords.score(words, fact) }))
    .filter(({ fact, score }) => score >= ENOUGH_IN_COMMON && !isShadowed(fact))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_FACTS)
    .map(({ fact }) => fact);
}

/** That a fact of Scaleway says "Scaleway" tells nothing once Scaleway was named. */
function namesOf(products: readonly string[], knowledge: Knowledge): ReadonlySet<string> {
  const named = products.flatMap((id) => knowledge.products.get(id) ?? []);
  return telling(named.flatMap(({ id, name }) => [id, name]).join(" "));
}
