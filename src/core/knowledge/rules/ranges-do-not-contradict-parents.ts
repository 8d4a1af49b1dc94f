import { type Cidr, cidrContainsCidr, formatCidr } from "../../network/cidr.ts";
import type { Fact } from "../fact.ts";
import { type Fault, judgeFacts } from "../judge-facts.ts";
import type { Product } from "../product.ts";
import type { KnowledgeRule } from "./knowledge-rule.ts";

export const rangesDoNotContradictParents: KnowledgeRule = {
  name: "ranges-do-not-contradict-parents",
  judge: ({ products }) => {
    const byId = new Map(products.map((product) => [product.id, product]));
    return judgeFacts(products, (fact, product) =>
      product.buildsOn.flatMap((id) => contradictions(fact, byId.get(id))),
    );
  },
};

/** Only what stands alone can contradict: a version, a setting or a rule tells why the range is another one. */
function contradictions({ claim, appliesTo }: Fact, parent: Product | undefined): Fault[] {
  if (claim.type !== "range" || (claim.status !== "default" && claim.status !== "fixed")) return [];
  if (parent === undefined || claim.rule !== undefined || Object.keys(appliesTo).length > 0) return [];
  const fixed = parent.facts.flatMap((fact) =>
    fact.claim.type === "range" && fact.claim.status === "fixed" && fact.claim.role === claim.role
      ? fact.claim.cidrs
      : [],
  );
  return claim.cidrs.filter((cidr) => isElsewhere(cidr, fixed)).map((cidr) => fault(cidr, parent, fixed));
}

/** A part of a fixed range is no other range, and a family that the parent says nothing of is free. */
function isElsewhere(cidr: Cidr, fixed: readonly Cidr[]): boolean {
  const sameFamily = fixed.filter(({ address }) => address.family === cidr.address.family);
  return sameFamily.length > 0 && !sameFamily.some((range) => cidrContainsCidr(range, cidr));
}

function fault(cidr: Cidr, parent: Product, fixed: readonly Cidr[]): Fault {
  return {
    problem: `${parent.id}, which this product builds on, fixes this role's range to ${fixed.map(formatCidr).join(", ")}.`,
    remedy: "Mend the wrong one, or say with `appliesTo` or `rule` when this one holds.",
    value: formatCidr(cidr),
  };
}
