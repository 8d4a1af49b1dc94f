import { buildProductLexicon, type ProductLexicon } from "../question/recognise-products.ts";
import type { Knowledge } from "./knowledge.ts";

/** Knowledge with the names its products go by: all that an answer is made of. */
export type KnowledgeView = { readonly knowledge: Knowledge; readonly lexicon: ProductLexicon };

/** The knowledge as anybody may see it, and as an organisation's own people see it, with its overlay. */
export type KnowledgeViews = { readonly public: KnowledgeView; readonly internal: KnowledgeView };

/** Indexes the names beside the knowledge. */
export function buildView(knowledge: Knowledge): KnowledgeView {
  const names = [...knowledge.products.values()].flatMap(({ id, name, aliases, ordinaryName }) => [
    ...[id, name].map((phrase) => ({ phrase, product: id, isOrdinary: ordinaryName ?? false })),
    ...aliases.map((phrase) => ({ phrase, product: id })),
  ]);
  return { knowledge, lexicon: buildProductLexicon(names) };
}
