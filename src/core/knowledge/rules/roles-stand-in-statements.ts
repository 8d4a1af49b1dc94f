import type { Fact } from "../fact.ts";
import { type Fault, judgeFacts } from "../judge-facts.ts";
import { blocksOf } from "../knowledge.ts";
import type { NetworkRole } from "../network-role.ts";
import type { Product } from "../product.ts";
import type { KnowledgeRule } from "./knowledge-rule.ts";

/**
 * How statements speak of roles that are easily taken for one another: `own` is any word that may stand for the role,
 * `plain` one that can hardly mean anything else. A role that is not here is not judged.
 */
const wordsOf: Partial<Readonly<Record<NetworkRole, { readonly own: RegExp; readonly plain: RegExp }>>> = {
  pod: { own: /\bpods?\b|container|workload|\bevery|\bbridge\b|\bprivate network\b/i, plain: /\bpods?\b/i },
  service: { own: /\bservices?\b|\bcluster.?ips?\b|\bclusterset ips\b|\bvips?\b/i, plain: /\bservices?\b/i },
  node: {
    own: /\bnodes?\b|\bhosts?\b|machine|\bvms?\b|server|instance|\bvpcs?\b|subnet|worker|network|\baddress(?:es)? of the\b/i,
    plain: /\bnodes\b|\bnode (?:addresses|network|range)/i,
  },
  dns: { own: /\bdns|resolv|\bnames?\b|nameserver/i, plain: /\bdns\b|\bresolver/i },
  metadata: { own: /metadata|\bimds\b|credential|instance|platform/i, plain: /\bmetadata\b/i },
  "health-check": { own: /health|prob|valida/i, plain: /\bhealth/i },
};

/** What facts of one role are always called. `nodes` is left out: a VPN's nodes have VPN addresses. */
const roleOfName: ReadonlyMap<string, NetworkRole> = new Map<string, NetworkRole>([
  ["pods", "pod"],
  ["services", "service"],
  ["metadata", "metadata"],
  ["join", "join"],
]);

/** A claim that says `service` below a sentence about pods sends people to the wrong range. */
export const rolesStandInStatements: KnowledgeRule = {
  name: "roles-stand-in-statements",
  judge: ({ products }) =>
    judgeFacts(products, (fact, product) => {
      if (fact.claim.type === "behaviour") return [];
      const { role } = fact.claim;
      const named = roleOfName.get(nameOf(fact).split("-")[0] ?? "") ?? role;
      if (named !== role) return [fault(role, `and the fact's name says ${named}`)];
      const own = wordsOf[role]?.own;
      const text = textOf(fact, product);
      if (own === undefined || own.test(text) || blocksOf(fact).length === 0) return [];
      const [other] = Object.entries(wordsOf).find(([, { plain }]) => plain.test(text)) ?? [];
      if (other === undefined) return [];
      return [fault(role, `and the statement speaks of ${other} and not of that`)];
    }),
};

function fault(role: NetworkRole, against: string): Fault {
  const remedy = "Mend the role, or say in the fact's name and statement what the addresses are for.";
  return { problem: `The role is ${role}, ${against}.`, remedy, value: role };
}

function nameOf({ id }: Fact): string {
  return id.slice(id.indexOf("/") + 1);
}

/** Without the product's own name, which may well hold the word "Service". */
function textOf(fact: Fact, { name }: Product): string {
  return `${nameOf(fact).replaceAll("-", " ")} ${fact.statement.replaceAll(name, "")}`;
}
