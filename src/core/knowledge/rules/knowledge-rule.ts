import type { Cidr } from "../../network/cidr.ts";
import type { Article } from "../article.ts";
import type { KnowledgeProblem } from "../knowledge-problem.ts";
import type { Product } from "../product.ts";

/** What a rule may look at. `today` is YYYY-MM-DD. */
export type KnowledgeUnderReview = {
  readonly products: readonly Product[];
  readonly articles: readonly Article[];
  readonly today: string;
  /** The registries' blocks, where they are at hand. */
  readonly rows?: readonly { readonly cidr: Cidr }[];
};

/** One thing every piece of knowledge must hold to. `judge` names each breach, or nothing. */
export type KnowledgeRule = {
  readonly name: string;
  /** Breached by the passing of time alone: named to whoever reviews, and no reason not to use the knowledge. */
  readonly onlyForReview?: true;
  readonly judge: (knowledge: KnowledgeUnderReview) => Omit<KnowledgeProblem, "rule">[];
};
