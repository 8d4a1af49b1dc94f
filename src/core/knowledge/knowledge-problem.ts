/** Where in the knowledge a problem is: a product or an article, and the fact in it if it is one fact's; an exception by its subject. */
export type KnowledgeSubject = {
  readonly kind: "product" | "article" | "exception";
  readonly id: string;
  readonly fact?: string;
};

/** One thing that is wrong with the knowledge: what, where, the value, and what to do about it. */
export type KnowledgeProblem = {
  readonly rule: string;
  readonly subject: KnowledgeSubject;
  readonly problem: string;
  readonly remedy: string;
  readonly value?: string;
  /** Named to whoever reviews; what is said stays true, so it is no reason not to use the knowledge. */
  readonly onlyForReview?: true;
};
