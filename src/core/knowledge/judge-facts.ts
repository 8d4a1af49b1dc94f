import type { Fact } from "./fact.ts";
import type { KnowledgeProblem } from "./knowledge-problem.ts";
import type { Product } from "./product.ts";
import type { Source } from "./source.ts";

/** What is wrong with one fact; where that is follows from the fact. */
export type Fault = Pick<KnowledgeProblem, "problem" | "remedy" | "value">;

/** Every breach that `judge` finds, fact by fact, with the fact as its subject. */
export function judgeFacts(
  products: readonly Product[],
  judge: (fact: Fact, product: Product) => readonly Fault[],
): Omit<KnowledgeProblem, "rule">[] {
  return products.flatMap((product) =>
    product.facts.flatMap((fact) =>
      judge(fact, product).map((fault) => ({
        subject: { kind: "product" as const, id: product.id, fact: fact.id },
        ...fault,
      })),
    ),
  );
}

/** The last day on which one of the sources was read, YYYY-MM-DD; undefined without sources. */
export function lastReading(sources: readonly Source[]): string | undefined {
  return sources
    .map(({ checkedOn }) => checkedOn)
    .toSorted()
    .at(-1);
}
