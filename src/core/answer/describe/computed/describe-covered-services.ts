import type { Knowledge } from "../../../knowledge/knowledge.ts";
import { type NetworkRole, roleTraits } from "../../../knowledge/network-role.ts";
import type { ProductKind } from "../../../knowledge/product.ts";
import type { AddressScope } from "../../../network/address-scope.ts";
import { formatCidr } from "../../../network/cidr.ts";
import { holdsSubject } from "../../../question/subject.ts";
import { computedEvidence, evidenceOfFact } from "../../evidence-of.ts";
import { type Piece, priorities } from "../../piece.ts";
import type { Candidate } from "../../select/candidate.ts";
import type { ClassifiedSubject, Situation } from "../../select/situation.ts";
import { listWords } from "../list-words.ts";

/** What breaks comes before what the addresses are, and after what a pasted listing shows. */
const priority = priorities.listing + 1;
/** What a provider serves to every machine; hidden, name lookups and credentials fail. */
const servedRoles: ReadonlySet<NetworkRole> = new Set(["dns", "metadata"]);
const providers: ReadonlySet<ProductKind> = new Set(["cloud", "managed-kubernetes"]);
/** Roles of the product's own ranges: an address in one of them is where it belongs. */
const ownRoles: ReadonlySet<NetworkRole> = new Set(["pod", "service", "node"]);
/** Scopes that people number networks of their own from. */
const usable: ReadonlySet<AddressScope> = new Set(["private-use", "shared-address-space", "global"]);

/** Where a block of the question takes in addresses at which the named provider serves DNS or metadata: what that breaks. */
export function describeCoveredServices({ subjects, candidates, knowledge }: Situation): Piece[] {
  return subjects.filter(isNetwork).flatMap(({ subject: { block } }) => {
    const covered = subjects.flatMap(({ subject }, i) => {
      const service = holdsSubject(block, subject) ? serviceAt(candidates[i] ?? [], knowledge) : undefined;
      return service && subject.kind === "address" ? [{ written: `\`${subject.written}\``, service }] : [];
    });
    const [first] = covered;
    if (!first) return [];
    const alike = covered.filter(({ service }) => service.range.fact === first.service.range.fact);
    const { fact, role } = first.service.range;
    const names = listWords([...new Set(alike.map(({ written }) => written))]);
    const owner = knowledge.products.get(fact.product)?.name ?? fact.product;
    const text =
      `${names} (${owner}, ${roleTraits[role].noun}) ${alike.length > 1 ? "lie" : "lies"} inside ${formatCidr(block)}: ` +
      "a cluster that uses this block for pods or Services cannot reach what is there. Choose another block.";
    const evidence = [computedEvidence(`covered-${formatCidr(block)}`, text), evidenceOfFact(fact)];
    return [{ slot: "detail", priority, text, evidence }];
  });
}

function isNetwork({ subject: { kind, written, block }, verdict }: ClassifiedSubject): boolean {
  return kind === "block" && written.includes("/") && block.prefixLength > 0 && usable.has(verdict.scope);
}

function serviceAt(candidates: readonly Candidate[], knowledge: Knowledge): Candidate | undefined {
  const documented = candidates.filter(({ certainty }) => certainty === "documented");
  if (documented.some(({ range }) => ownRoles.has(range.role))) return undefined;
  return documented.find(({ range: { fact, role } }) => {
    const kind = knowledge.products.get(fact.product)?.kind;
    return fact.claim.type === "address" && servedRoles.has(role) && kind !== undefined && providers.has(kind);
  });
}
