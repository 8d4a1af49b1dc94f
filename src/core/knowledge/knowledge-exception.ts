import type { KnowledgeSubject } from "./knowledge-problem.ts";

/** One breach that is right as it is. `subject` is a product, `product/fact`, or `articles/<id>`; `reason` tells why. */
export type KnowledgeException = { readonly rule: string; readonly subject: string; readonly reason: string };

/** A subject as exceptions name it. */
export function nameSubject({ kind, id, fact }: KnowledgeSubject): string {
  return kind === "article" ? `articles/${id}` : (fact ?? id);
}
