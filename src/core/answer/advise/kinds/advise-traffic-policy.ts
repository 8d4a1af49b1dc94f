import type { Fact } from "../../../knowledge/fact.ts";
import type { ProductKind } from "../../../knowledge/product.ts";
import type { Situation } from "../../select/situation.ts";
import type { Advice } from "../advice.ts";
import { documentedForm } from "../documented-form.ts";
import { wantsClientAddress } from "../wants-client-address.ts";

/** The patch that keeps the client's address on its way through the nodes, where a fact of the place says that it does. */
export function adviseTrafficPolicy(situation: Situation): Advice | undefined {
  if (!wantsClientAddress(situation) || !isKeptByLocal(situation)) return undefined;
  const documented = documentedForm(situation.knowledge, [
    "kubernetes/node-port-local",
    "client-address-lost#externalTrafficPolicy: Local",
  ]);
  return (
    documented && {
      text: "On the Service that receives the traffic; nodes without a ready pod of it then drop packets:",
      code: {
        command: `kubectl patch service SERVICE -n NAMESPACE -p '{"spec":{"externalTrafficPolicy":"Local"}}'`,
      },
      sets: ["externalTrafficPolicy"],
      values: "Nothing of the question stands in the line.",
      documented,
    }
  );
}

/** What ends the connection before Kubernetes sees it: the client then stands in a header, whatever the Service says. */
const proxyInFront =
  /\b(?:cloudflare|cdn|cloudfront|akamai|fastly|alb|application load ?balancer|application gateway|front ?door|haproxy|reverse proxy)\b/i;

/** Providers, whose load balancers differ: only what they say of their own counts there. */
const isProvider: ReadonlySet<ProductKind> = new Set(["managed-kubernetes", "cloud"]);

/** What a named product says itself: plain Kubernetes cannot know whether the load balancer in front hides the client. */
function isKeptByLocal({ reading, knowledge }: Situation): boolean {
  const all = reading.products.flatMap(({ product }) => knowledge.products.get(product) ?? []);
  const named = all.filter(({ id }) => id !== "kubernetes");
  const providers = named.filter(({ kind }) => isProvider.has(kind));
  const speaking = providers.length > 0 ? providers : named;
  const isHidden = named.some(({ facts }) => facts.some(isHiddenByLoadBalancer)) || proxyInFront.test(reading.text);
  // The Traefik that k3s brings is set through its Helm chart, which would take a patch back.
  const isChart = named.some(({ id }) => id === "k3s") && named.some(({ id }) => id === "traefik");
  return !isHidden && !isChart && speaking.some(({ facts }) => facts.some(keepsWithLocal));
}

function keepsWithLocal({ claim, configurableBy, statement }: Fact): boolean {
  const isSetting = configurableBy?.option.endsWith("externalTrafficPolicy") === true;
  return (
    claim.type === "behaviour" && claim.flow.startsWith("internet-to-") && isSetting && /\bLocal\b/.test(statement)
  );
}

function isHiddenByLoadBalancer({ claim }: Fact): boolean {
  return (
    claim.type === "behaviour" && claim.flow === "internet-to-load-balancer" && claim.sourceBecomes === "load-balancer"
  );
}
