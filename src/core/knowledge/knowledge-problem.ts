/** Where in the knowledge a problem is: a product or an article, and the fact in it if it is one fact's. */
export type KnowledgeSubject = {
  readonly kind: "product" | "article" | "registry" | "manifest";
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
};
