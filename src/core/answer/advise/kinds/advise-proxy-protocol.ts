import type { Fact } from "../../../knowledge/fact.ts";
import { evidenceOfFact } from "../../evidence-of.ts";
import type { Situation } from "../../select/situation.ts";
import type { Advice } from "../advice.ts";
import { documentedForm } from "../documented-form.ts";
import { wantsClientAddress } from "../wants-client-address.ts";

/** An annotation of a Service that turns the PROXY protocol on, and the value, where the knowledge gives it. */
type Switch = { readonly fact: Fact; readonly annotation: string; readonly value: string };

/** The PROXY protocol on both ends: the named provider's load balancer, and Ingress-NGINX behind it. */
export function adviseProxyProtocol(situation: Situation): Advice | undefined {
  const { reading, knowledge } = situation;
  const isIngressNginx = reading.products.some(({ product }) => product === "ingress-nginx");
  if (!isIngressNginx || !wantsClientAddress(situation)) return undefined;
  const facts = reading.products.flatMap(({ product }) => knowledge.products.get(product)?.facts ?? []);
  // Where a load balancer may as well pass the client on, switching one end alone would break every connection.
  if (facts.some(mayKeepClient) && !/\bproxy[- ]protocol\b/i.test(reading.text)) return undefined;
  const [onProvider] = facts.flatMap(readSwitch);
  const documented = documentedForm(knowledge, [
    "ingress-nginx/proxy-protocol",
    "proxy-headers-and-proxy-protocol#use-proxy-protocol",
  ]);
  if (!onProvider || !documented) return undefined;
  const { annotation, value, fact } = onProvider;
  return {
    text: "Both ends must agree, so run both lines together:",
    code: {
      snippet: {
        language: "sh",
        text: [
          `kubectl annotate service CONTROLLER_SERVICE -n NAMESPACE ${quote(`${annotation}=${value}`)}`,
          `kubectl patch configmap CONTROLLER_CONFIGMAP -n NAMESPACE -p '{"data":{"use-proxy-protocol":"true"}}'`,
        ].join("\n"),
      },
    },
    sets: ["use-proxy-protocol", annotation],
    values: `The annotation is ${annotation}.`,
    documented: [...documented, evidenceOfFact(fact)],
  };
}

function mayKeepClient({ claim }: Fact): boolean {
  return claim.type === "behaviour" && claim.flow === "internet-to-load-balancer" && claim.source === "kept";
}

/** A shell would fill in a `*`. */
function quote(word: string): string {
  return word.includes("*") ? `'${word}'` : word;
}

function readSwitch(fact: Fact): Switch[] {
  const annotation = fact.configurableBy?.option ?? "";
  if (!/^[a-z0-9.-]+\/[a-z0-9-]*proxy-protocol[a-z0-9-]*$/.test(annotation)) return [];
  const said = fact.statement.split(annotation)[1] ?? "";
  const [, value] = /^(?:: "|` is set to )([a-z0-9]+|\*)/.exec(said) ?? [];
  return [{ fact, annotation, value: value ?? "VALUE" }];
}
