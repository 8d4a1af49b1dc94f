import { addressBits } from "../../network/address.ts";
import { type Cidr, cidrContainsCidr, cidrsOverlap, formatCidr } from "../../network/cidr.ts";
import { blocksNamedIn, type NamedBlocks } from "../blocks-named-in.ts";
import type { Fact } from "../fact.ts";
import { type Fault, judgeFacts } from "../judge-facts.ts";
import { blocksOf } from "../knowledge.ts";
import type { Product } from "../product.ts";
import type { KnowledgeRule, KnowledgeUnderReview } from "./knowledge-rule.ts";

/** A longer list is summed up in the statement rather than repeated. */
const FEW = 4;

/** Figures stand twice, in words and in the claim; a slip in either shows where they differ. */
export const statementsHoldTheirFigures: KnowledgeRule = {
  name: "statements-hold-their-figures",
  judge: (knowledge) => {
    const isKnown = knownBlocks(knowledge);
    return judgeFacts(knowledge.products, (fact, product) => {
      const claimed = blocksOf(fact).map(({ cidr }) => cidr);
      const said = blocksNamedIn(fact.statement);
      const disagreeing = [
        ...unsaid(fact, claimed, said),
        ...unclaimed(fact, claimed, said).filter((cidr) => !isKnown(cidr, product)),
      ];
      return [...said.slips.map(({ text }) => slip(text)), ...disagreeing.map((cidr) => fault(cidr, claimed))];
    });
  },
};

/** A statement may set its figures against what others use: a registry's block, any fact's, or a part of its foundations'. */
function knownBlocks({ products, rows = [] }: KnowledgeUnderReview) {
  const byId = new Map(products.map((product) => [product.id, product]));
  const everywhere = new Set([...products.flatMap(blocksOfProduct), ...rows.map(({ cidr }) => cidr)].map(formatCidr));
  return (cidr: Cidr, product: Product): boolean => {
    const near = () => [product, ...product.buildsOn.flatMap((id) => byId.get(id) ?? [])].flatMap(blocksOfProduct);
    return everywhere.has(formatCidr(cidr)) || near().some((block) => cidrsOverlap(block, cidr));
  };
}

function blocksOfProduct({ facts }: Product): Cidr[] {
  return facts.flatMap(blocksOf).map(({ cidr }) => cidr);
}

/**
 * What is claimed and not said, where the statement names figures at all. An address stands for the block around it where no
 * block is named; beside a rule in words it is enough to name a part.
 */
function unsaid({ claim }: Fact, claimed: readonly Cidr[], { blocks, parts }: NamedBlocks): readonly Cidr[] {
  const said = [...blocks, ...parts];
  if (said.length === 0 || claimed.length > FEW) return [];
  const hasRule = claim.type === "range" && claim.rule !== undefined;
  const isSaid = (cidr: Cidr) => {
    if (said.some((named) => formatCidr(named) === formatCidr(cidr))) return true;
    if (hasRule) return said.some((named) => cidrsOverlap(named, cidr));
    return parts.some((part) => cidrContainsCidr(cidr, part)) && !blocks.some((block) => cidrsOverlap(block, cidr));
  };
  return claimed.filter((cidr) => !isSaid(cidr));
}

/** What is said and has nothing to do with the claim or its conditions. Beside a rule the claimed blocks are not the whole. */
function unclaimed(
  { claim, appliesTo }: Fact,
  claimed: readonly Cidr[],
  { blocks, parts }: NamedBlocks,
): readonly Cidr[] {
  if (claim.type === "range" && claim.rule !== undefined) return [];
  const setting = claim.type === "behaviour" ? (claim.when ?? "") : "";
  const context = blocksNamedIn(`${appliesTo.note ?? ""}; ${setting}`);
  const known = [...claimed, ...context.blocks, ...context.parts];
  // An address may be the end of a block that is named beside it.
  const isEnd = (cidr: Cidr) => isOne(cidr) && blocks.some((block) => cidrContainsCidr(block, cidr));
  return [...blocks, ...parts].filter((cidr) => !known.some((block) => cidrsOverlap(block, cidr)) && !isEnd(cidr));
}

function isOne({ address, prefixLength }: Cidr): boolean {
  return prefixLength === addressBits[address.family];
}

function slip(value: string): Fault {
  return { problem: "This is no address and no block.", remedy: "Look at the source and mend the figure.", value };
}

function fault(cidr: Cidr, claimed: readonly Cidr[]): Fault {
  const value = isOne(cidr) ? formatCidr(cidr).replace(/\/\d+$/, "") : formatCidr(cidr);
  const claim = claimed.map(formatCidr).join(", ") || "no figures";
  return {
    problem: `The statement and the claim (${claim}) do not agree on this.`,
    remedy:
      "Look at the source and mend the one that is wrong; what is only context goes into `rule`, `when` or `appliesTo.note`.",
    value,
  };
}
