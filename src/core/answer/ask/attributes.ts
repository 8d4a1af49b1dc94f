import type { Knowledge } from "../../knowledge/knowledge.ts";
import { roleTraits } from "../../knowledge/network-role.ts";
import type { Product } from "../../knowledge/product.ts";
import { type AskedAttribute, SOMETHING_ELSE, seenAnswers } from "../../question/asked/asked-attribute.ts";
import type { Candidate } from "../select/candidate.ts";
import type { AnswerShares } from "./expected-information.ts";
import { placeKindOf } from "./place-kinds.ts";

/** Something that can be asked about candidates: how one would be answered, and of which sets it makes sense to ask. */
export type Attribute = {
  readonly name: AskedAttribute;
  readonly answersOf: (candidate: Candidate, knowledge: Knowledge) => AnswerShares;
  /** Where absent, of any. */
  readonly fits?: (products: readonly Product[]) => boolean;
};

/** Of two that tell as much the one that stands first is asked: it is easier to answer. */
export const attributes: readonly Attribute[] = [
  { name: "plugin", answersOf: nameOf, fits: (products) => products.every(({ kind }) => kind === "cni") },
  { name: "place", answersOf: nameOf },
  { name: "kind", answersOf: kindOf },
  { name: "seen", answersOf: seenAs },
];

function nameOf({ range: { fact } }: Candidate, { products }: Knowledge): AnswerShares {
  return new Map([[products.get(fact.product)?.name ?? fact.product, 1]]);
}

function kindOf({ range: { fact } }: Candidate, { products }: Knowledge): AnswerShares {
  return new Map([[placeKindOf(products.get(fact.product)?.kind ?? "tool") ?? SOMETHING_ELSE, 1]]);
}

/** What can be a source is as likely seen as one as not; what cannot be is only ever a destination. */
function seenAs({ range: { role } }: Candidate): AnswerShares {
  const { source, destination } = seenAnswers;
  if (!roleTraits[role].seenAsSource) return new Map([[destination, 1]]);
  return new Map([
    [source, 0.5],
    [destination, 0.5],
  ]);
}
