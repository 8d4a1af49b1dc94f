import { type Knowledge, withFoundations } from "../../../knowledge/knowledge.ts";
import type { Product, ProductKind } from "../../../knowledge/product.ts";
import { computedEvidence } from "../../evidence-of.ts";
import { type Piece, priorities } from "../../piece.ts";
import type { Situation } from "../../select/situation.ts";

/** How a thread says which product its one cluster is, or has; `NAME` stands for any of the product's names. */
const claims: readonly {
  readonly kind: ProductKind;
  readonly what: string;
  readonly limit: string;
  readonly patterns: readonly string[];
}[] = [
  {
    kind: "managed-kubernetes",
    what: "the cluster",
    limit: "it can only be one of them",
    patterns: ["\\b(?:our|the|my|this) cluster (?:is|runs)(?: hosted| running)?(?: on| in)?(?: an?)? NAME\\b"],
  },
  {
    kind: "cni",
    what: "the network plugin",
    limit: "only one of them hands out pod addresses",
    patterns: [
      "\\b(?:our|the|my) (?:cni|network plug-?in)(?: plug-?in)? is NAME\\b",
      "\\bNAME (?:is|as) (?:our|the|my) (?:only )?(?:cni|network plug-?in)\\b",
    ],
  },
];

/** Where there is more than one of it, or one of two people has it too, nothing is contradicted. */
const isMore =
  /\b(?:same (?:here|problem|issue|for)|also|too|other|another|second|both|either|staging|old|new|was)\b|\+1/i;

/** Where a thread says of one thing that it is two products, of which only one can be. */
export function describeTwoPlaces({ question, reading, knowledge }: Situation): Piece[] {
  if (!question.addressed || isMore.test(reading.text)) return [];
  const named = reading.products.flatMap(({ product }) => knowledge.products.get(product) ?? []);
  return claims.flatMap(({ kind, what, limit, patterns }) => {
    const claimed = named.filter((product) => product.kind === kind && isClaimed(product, patterns, reading.text));
    const [a, b] = claimed.filter((product) => !claimed.some((other) => buildsOn(other, product, knowledge)));
    return a && b ? [toPiece(a, b, `The thread says ${what} is ${a.name} and also ${b.name}; ${limit}.`)] : [];
  });
}

function isClaimed({ id, name, aliases }: Product, patterns: readonly string[], text: string): boolean {
  const names = [id, name, ...aliases].map((written) => escapePattern(written)).join("|");
  return patterns.some((pattern) =>
    new RegExp(
      pattern.replace("NAME", () => `(?:${names})`),
      "i",
    ).test(text),
  );
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function buildsOn(product: Product, other: Product, knowledge: Knowledge): boolean {
  return product !== other && withFoundations(knowledge, product.id).includes(other);
}

function toPiece(a: Product, b: Product, text: string): Piece {
  return {
    slot: "detail",
    priority: priorities.contradiction,
    text,
    evidence: [computedEvidence(`two-places-${a.id}-${b.id}`, text)],
  };
}
