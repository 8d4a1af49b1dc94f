import { formatCidr } from "../../../network/cidr.ts";
import type { Situation } from "../../select/situation.ts";
import type { Advice } from "../advice.ts";
import { allowedSources, sayAllowed } from "../allowed-peers.ts";
import { documentedForm } from "../documented-form.ts";
import { roleOf } from "../role-of.ts";

const MOST_SOURCES = 8;
const isAboutService =
  /\bload ?balancer ?source ?ranges\b|\bservices?\b.{0,20}\btype:? ?load ?balancer\b|\bload ?balancer[- ]services?\b/i;

/** The patch that sets `loadBalancerSourceRanges` of a Service to the clients the thread names. */
export function adviseLoadBalancerSources(situation: Situation): Advice | undefined {
  if (!isAboutService.test(situation.reading.text)) return undefined;
  const allowed = allowedSources(situation);
  const isInside = allowed?.subjects.some((subject) => roleOf(situation, subject) !== undefined);
  if (!allowed || isInside || allowed.cidrs.length > MOST_SOURCES) return undefined;
  const documented = documentedForm(situation.knowledge, [
    "load-balancer-source-ranges#loadBalancerSourceRanges",
    "kubernetes/load-balancer-source-ranges",
  ]);
  const spec = { loadBalancerSourceRanges: allowed.cidrs.map(formatCidr) };
  return (
    documented && {
      text: "This replaces the list of the Service:",
      code: { command: `kubectl patch service SERVICE -n NAMESPACE -p '${JSON.stringify({ spec })}'` },
      sets: ["loadBalancerSourceRanges"],
      values: sayAllowed(allowed.cidrs),
      documented,
    }
  );
}
