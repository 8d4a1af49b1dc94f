import { addressBits } from "../../network/address.ts";
import { type Cidr, cidrContainsCidr, cidrsOverlap, formatCidr } from "../../network/cidr.ts";
import { blocksNamedIn } from "../blocks-named-in.ts";
import type { Claim, Fact } from "../fact.ts";
import { type Fault, judgeFacts } from "../judge-facts.ts";
import { blocksOf } from "../knowledge.ts";
import type { Product } from "../product.ts";
import type { KnowledgeRule } from "./knowledge-rule.ts";

/** A longer list is summed up in the statement rather than repeated. */
const FEW = 4;

/** Figures stand twice, in words and in the claim; a slip in either shows where they differ. */
export const statementsHoldTheirFigures: KnowledgeRule = {
  name: "statements-hold-their-figures",
  judge: ({ products }) => {
    const byId = new Map(products.map((product) => [product.id, product]));
    const everywhere = new Set(products.flatMap(blocksOfProduct).map(formatCidr));
    return judgeFacts(products, (fact, product) => {
      const claimed = blocksOf(fact).map(({ cidr }) => cidr);
      if (claimed.length === 0) return [];
      const said = blocksNamedIn(fact.statement);
      const known = () => [product, ...product.buildsOn.flatMap((id) => byId.get(id) ?? [])].flatMap(blocksOfProduct);
      return [
        ...unsaid(fact, claimed, said),
        ...unclaimed(fact, claimed, said).filter(
          (cidr) => !everywhere.has(formatCidr(cidr)) && !known().some((block) => cidrsOverlap(block, cidr)),
        ),
      ].map((cidr) => fault(cidr, claimed));
    });
  },
};

function blocksOfProduct({ facts }: Product): Cidr[] {
  return facts.flatMap(blocksOf).map(({ cidr }) => cidr);
}

/** What is claimed and not said, where the statement names figures at all; an address stands for the block around it. */
function unsaid({ claim }: Fact, claimed: readonly Cidr[], said: readonly Cidr[]): readonly Cidr[] {
  if (said.length === 0 || claimed.length > FEW || hasRule(claim)) return [];
  const isSaid = (cidr: Cidr) =>
    said.some((named) => formatCidr(named) === formatCidr(cidr) || (isOne(named) && cidrContainsCidr(cidr, named)));
  return claimed.filter((cidr) => !isSaid(cidr));
}

/** What is said and has nothing to do with the claim or its conditions. */
function unclaimed({ claim, appliesTo }: Fact, claimed: readonly Cidr[], said: readonly Cidr[]): readonly Cidr[] {
  if (hasRule(claim)) return [];
  const known = [...claimed, ...blocksNamedIn(appliesTo.note ?? "")];
  // An address may be the end of a block that is named beside it.
  const isPart = (cidr: Cidr) => isOne(cidr) && said.some((block) => block !== cidr && cidrContainsCidr(block, cidr));
  return said.filter((cidr) => !known.some((block) => cidrsOverlap(block, cidr)) && !isPart(cidr));
}

/** Beside a rule in words the claimed blocks are not the whole. */
function hasRule(claim: Claim): boolean {
  return claim.type === "range" && claim.rule !== undefined;
}

function isOne({ address, prefixLength }: Cidr): boolean {
  return prefixLength === addressBits[address.family];
}

function fault(cidr: Cidr, claimed: readonly Cidr[]): Fault {
  const value = isOne(cidr) ? formatCidr(cidr).replace(/\/\d+$/, "") : formatCidr(cidr);
  return {
    problem: `The statement and the claim (${claimed.map(formatCidr).join(", ")}) do not agree on this.`,
    remedy:
      "Look at the source and mend the one that is wrong; what is only context goes into `rule` or `appliesTo.note`.",
    value,
  };
}
