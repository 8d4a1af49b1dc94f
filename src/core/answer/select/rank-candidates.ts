import type { RangeStatus } from "../../knowledge/fact.ts";
import { type Knowledge, type RangeFact, withFoundations } from "../../knowledge/knowledge.ts";
import { type NetworkRole, roleTraits } from "../../knowledge/network-role.ts";
import type { ProductKind } from "../../knowledge/product.ts";
import { shadowedBy } from "../../knowledge/shadowed-roles.ts";
import { addressBits } from "../../network/address.ts";
import { type Cidr, cidrsOverlap, firstAddress } from "../../network/cidr.ts";
import { classify } from "../../network/classify.ts";
import type { Registry } from "../../network/registry.ts";
import type { NamedProduct } from "../../question/reading.ts";
import { holdsSubject, type Subject } from "../../question/subject.ts";
import type { Candidate } from "./candidate.ts";

/** What a reason is worth. A named product beats everything else together; a role that cannot be a source loses to all. */
const weights = {
  named: 100,
  namedInThread: 90,
  ownNetwork: 80,
  owner: 50,
  foundation: 60,
  roleListed: 40,
  roleFits: 20,
  roleCannotBe: -1000,
  holdsAll: 10,
  /** This very address, rather than a range that it is in. */
  exact: 8,
} as const;

const statusWeight: Readonly<Record<RangeStatus, number>> = {
  fixed: 6,
  default: 5,
  reserved: 3,
  example: -20,
  former: -30,
};

/** Of two products that both claim a range, the one that puts a cluster together speaks before its parts. */
const kindWeight: Partial<Readonly<Record<ProductKind, number>>> = {
  "managed-kubernetes": 2,
  distribution: 1,
  "local-cluster": 1,
};

/** `decides`: plain Kubernetes may be anybody's; that it is named says nothing of whose default a range is. */
type Naming = { readonly weight: number; readonly reason: string; readonly decides: boolean };

/** What nobody else can have is its owner's wherever it is seen; of a cloud and what is offered on it, the cloud's. */
function ownerNaming(kind: ProductKind | undefined): Naming {
  const weight = weights.owner + (kind === "cloud" ? 1 : 0);
  return { weight, reason: "nobody else uses it", decides: true };
}

/** An organisation's record of its own networks says whose an address is also where no product is named. */
const ownRecord: Naming = { weight: weights.ownNetwork, reason: "your own records name this range", decides: true };

/**
 * What the subject could be, given the products the thread names and the role that a pasted listing gives it; the best first,
 * those that cannot be left out.
 */
export function rankCandidates(
  subject: Subject,
  knowledge: Knowledge,
  named: readonly NamedProduct[],
  listedRole?: NetworkRole,
): Candidate[] {
  const namings = weighNames(knowledge, named);
  const isShadowed = shadowedBy(
    knowledge,
    named.map(({ product }) => product),
  );
  const touching = rangesTouching(knowledge, subject).filter(({ fact }) => !isShadowed(fact));
  const very = touching.filter((range) => isVery(range, subject, knowledge.registry));
  const isSole = new Set(very.map(({ fact }) => fact.product)).size === 1;
  const isOwn = (range: RangeFact) => isOwnersAlone(range, knowledge.registry) || (isSole && very.includes(range));
  return touching
    .map((range) => judge(range, subject, namingOf(range, namings, isOwn(range), knowledge), listedRole))
    .filter((candidate) => candidate.score > 0)
    .toSorted((a, b) => b.score - a.score || b.range.cidr.prefixLength - a.range.cidr.prefixLength);
}

/** A single address is looked up; a block also meets the ranges that lie inside it. */
function rangesTouching(knowledge: Knowledge, subject: Subject): RangeFact[] {
  const holding = knowledge.ranges.allMatches(firstAddress(subject.block)).map((match) => match.value);
  if (subject.kind === "address") return holding;
  const inside = knowledge.blocks.filter(({ cidr }) => cidrsOverlap(cidr, subject.block) && !isSingle(cidr));
  const seen = new Set(holding.map((range) => range.fact.id));
  return [...holding, ...inside.filter((range) => !seen.has(range.fact.id))];
}

/** Somebody who masks an address as 10.x means no single well-known one. */
function isSingle({ address, prefixLength }: Cidr): boolean {
  return prefixLength === addressBits[address.family];
}

function weighNames(knowledge: Knowledge, named: readonly NamedProduct[]): Map<string, Naming> {
  const namings = new Map<string, Naming>();
  const add = (product: string, naming: Naming) => {
    if ((namings.get(product)?.weight ?? 0) < naming.weight) namings.set(product, naming);
  };
  for (const { product, reason, inThread } of named) {
    const decides = knowledge.products.get(product)?.kind !== "kubernetes";
    const weightOfKind = kindWeight[knowledge.products.get(product)?.kind ?? "tool"] ?? 0;
    add(product, {
      weight: weightOfKind + (decides ? (inThread ? weights.namedInThread : weights.named) : weights.foundation),
      reason,
      decides,
    });
    for (const foundation of withFoundations(knowledge, product).slice(1)) {
      add(foundation.id, {
        weight: weights.foundation,
        reason: `${product} builds on ${foundation.id}`,
        decides: foundation.kind !== "kubernetes",
      });
    }
  }
  return namings;
}

function judge(
  range: RangeFact,
  subject: Subject,
  naming: Naming | undefined,
  listedRole: NetworkRole | undefined,
): Candidate {
  const { claim } = range.fact;
  const status = claim.type === "behaviour" ? 0 : statusWeight[claim.status];
  const role = listedRole ? judgeListedRole(range, listedRole) : judgeRole(range, subject);
  const holdsAll = holdsSubject(range.cidr, subject);
  const exact = claim.type === "address" && subject.kind === "address" ? weights.exact : 0;
  return {
    range,
    certainty: naming?.decides && (holdsAll || isMasked(subject)) && status > 0 ? "documented" : "possible",
    score: 10 + (naming?.weight ?? 0) + status + role.weight + (holdsAll ? weights.holdsAll : 0) + exact,
    reasons: [...(naming ? [naming.reason] : []), ...(role.reason ? [role.reason] : [])],
  };
}

function namingOf(
  range: RangeFact,
  namings: ReadonlyMap<string, Naming>,
  isOwn: boolean,
  { products }: Knowledge,
): Naming | undefined {
  const { product, visibility } = range.fact;
  const named = namings.get(product);
  const weight = named?.weight ?? 0;
  if (visibility === "private" && weight < ownRecord.weight) return ownRecord;
  return weight < weights.owner && isOwn ? ownerNaming(products.get(product)?.kind) : named;
}

/** This very address, of a space that nobody numbers networks of their own with: public and fixed, or link-local. */
function isVery({ fact: { claim }, cidr }: RangeFact, { kind }: Subject, registry: Registry): boolean {
  if (kind !== "address" || claim.type !== "address") return false;
  const { scope } = classify(cidr.address, registry);
  return scope === "link-local" || (scope === "global" && claim.status === "fixed");
}

/** Public and fixed: nobody else on the internet can have it. What people number networks with is a default. */
function isOwnersAlone({ cidr, fact: { claim } }: RangeFact, registry: Registry): boolean {
  const isFixed = claim.type !== "behaviour" && claim.status === "fixed";
  return isFixed && classify(cidr.address, registry).scope === "global";
}

/** `100.64.x.x` stands for one address whose end was left out; `100.64.0.0/10` stands for itself. */
function isMasked({ kind, written }: Subject): boolean {
  return kind === "block" && !written.includes("/");
}

/** An address is one of these only, and `kubectl get` knows of which. */
const exclusiveRoles: ReadonlySet<NetworkRole> = new Set(["pod", "service", "node"]);

function judgeListedRole({ role }: RangeFact, listedRole: NetworkRole): { weight: number; reason?: string } {
  const { noun } = roleTraits[listedRole];
  if (role === listedRole)
    return { weight: weights.roleListed, reason: `what was pasted lists it as a ${noun} address` };
  const isOther = exclusiveRoles.has(role) && exclusiveRoles.has(listedRole);
  return isOther
    ? { weight: weights.roleCannotBe, reason: `what was pasted lists it as a ${noun} address` }
    : { weight: 0 };
}

function judgeRole({ role }: RangeFact, { direction }: Subject): { weight: number; reason?: string } {
  const { seenAsSource, noun } = roleTraits[role];
  if (direction === "destination" && !seenAsSource)
    return { weight: weights.roleFits, reason: `a ${noun} address is a destination` };
  if (direction !== "source") return { weight: 0 };
  if (!seenAsSource) return { weight: weights.roleCannotBe, reason: `a ${noun} address is never a source` };
  return { weight: weights.roleFits, reason: `a ${noun} address can be seen as a source` };
}
