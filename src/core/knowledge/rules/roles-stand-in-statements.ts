import type { Fact } from "../fact.ts";
import { judgeFacts } from "../judge-facts.ts";
import { blocksOf } from "../knowledge.ts";
import type { NetworkRole } from "../network-role.ts";
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

/** A claim that says `service` below a sentence about pods sends people to the wrong range. */
export const rolesStandInStatements: KnowledgeRule = {
  name: "roles-stand-in-statements",
  judge: ({ products }) =>
    judgeFacts(products, (fact) => {
      if (fact.claim.type === "behaviour") return [];
      const { role } = fact.claim;
      const own = wordsOf[role]?.own;
      const text = textOf(fact);
      if (own === undefined || own.test(text) || blocksOf(fact).length === 0) return [];
      const [other] = Object.entries(wordsOf).find(([, { plain }]) => plain.test(text)) ?? [];
      if (other === undefined) return [];
      const problem = `The role is ${role}, and the statement speaks of ${other} and not of that.`;
      return [{ problem, remedy: "Mend the role, or name in the statement what the addresses are for.", value: role }];
    }),
};

function textOf({ id, statement }: Fact): string {
  return `${id.slice(id.indexOf("/") + 1).replaceAll("-", " ")} ${statement}`;
}
