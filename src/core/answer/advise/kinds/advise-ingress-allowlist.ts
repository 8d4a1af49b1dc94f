import { formatCidr } from "../../../network/cidr.ts";
import type { Situation } from "../../select/situation.ts";
import type { Advice } from "../advice.ts";
import { allowedSources, sayAllowed } from "../allowed-peers.ts";
import { documentedForm } from "../documented-form.ts";
import { roleOf } from "../role-of.ts";

const MOST_SOURCES = 8;
const annotation = "nginx.ingress.kubernetes.io/whitelist-source-range";

/** The annotation that lets only the named clients through an Ingress of Ingress-NGINX. */
export function adviseIngressAllowlist(situation: Situation): Advice | undefined {
  const { products, topics } = situation.reading;
  const isNginx = products.some(({ product }) => product === "ingress-nginx");
  // A NetworkPolicy may be about the controller, and its list is another one.
  if (!isNginx || topics.some(({ topic }) => topic === "network-policy")) return undefined;
  const allowed = allowedSources(situation);
  const isInside = allowed?.subjects.some((subject) => roleOf(situation, subject) === "service");
  if (!allowed || isInside || allowed.cidrs.length > MOST_SOURCES) return undefined;
  const documented = documentedForm(situation.knowledge, ["ingress-nginx/allow-list"]);
  const list = allowed.cidrs.map(formatCidr).join(",");
  return (
    documented && {
      text: "This works once the controller sees the real client; everyone else is refused:",
      code: { command: `kubectl annotate ingress INGRESS -n NAMESPACE --overwrite ${annotation}=${list}` },
      sets: [annotation],
      values: sayAllowed(allowed.cidrs),
      documented,
    }
  );
}
