import { formatCidr } from "../../../network/cidr.ts";
import type { Situation } from "../../select/situation.ts";
import type { Advice } from "../advice.ts";
import { type Allowed, allowedDestinations, allowedSources, sayAllowed } from "../allowed-peers.ts";
import { documentedForm } from "../documented-form.ts";
import { roleOf } from "../role-of.ts";

const MOST_PEERS = 3;

/** Policies of Cilium and Calico have fields of their own. */
const otherPolicy = /\bcilium(?:clusterwide)? ?network ?polic|\bglobal ?network ?polic|\bprojectcalico\.org/i;
const outgoing = /\b(?:egress|outbound|outgoing)\b/i;
const incoming = /\b(?:ingress|inbound|incoming|from)\b|\blets?\b.{0,40}\bin\b/i;

type PolicyDirection = {
  readonly type: "Ingress" | "Egress";
  readonly rule: "ingress" | "egress";
  readonly peers: "from" | "to";
};
const ingress: PolicyDirection = { type: "Ingress", rule: "ingress", peers: "from" };
const egress: PolicyDirection = { type: "Egress", rule: "egress", peers: "to" };

/** A NetworkPolicy for addresses outside the cluster; where they are a pod's or a Service's, one that goes by labels. */
export function adviseNetworkPolicy(situation: Situation): Advice | undefined {
  const { reading } = situation;
  if (!reading.topics.some(({ topic }) => topic === "network-policy") || otherPolicy.test(reading.text))
    return undefined;
  const direction = directionOf(reading.text);
  const allowed = direction && (direction === egress ? allowedDestinations(situation) : allowedSources(situation));
  if (!direction || !allowed || allowed.cidrs.length > MOST_PEERS) return undefined;
  const roles = new Set(allowed.subjects.map((subject) => roleOf(situation, subject)));
  if (!roles.has("pod") && !roles.has("service")) return byAddress(situation, direction, allowed);
  // One policy for pods and outsiders together would be two kinds of advice.
  return roles.has(undefined) ? undefined : byLabel(situation, direction);
}

function directionOf(text: string): PolicyDirection | undefined {
  const controller = /\bingress[- ]?(?:nginx|controller|class)|\bnginx[- ]ingress/gi;
  const isOut = outgoing.test(text);
  const isIn = incoming.test(text.replace(controller, ""));
  return isOut === isIn ? undefined : isOut ? egress : ingress;
}

function byAddress(
  { knowledge, reading }: Situation,
  direction: PolicyDirection,
  { cidrs }: Allowed,
): Advice | undefined {
  const documented = documentedForm(knowledge, [
    "networkpolicy-form#networking.k8s.io/v1",
    "networkpolicy-form#`cidr`",
    "kubernetes/network-policy-ip-block",
  ]);
  const [port, ...others] = new Set(reading.entities.ports.map(({ value }) => value));
  const isOnePort = port !== undefined && others.length === 0;
  return (
    documented && {
      text: isEgress(direction)
        ? "This cuts the pods it selects off from all but these addresses, DNS included, unless another policy allows more:"
        : "This admits only these addresses to the pods it selects, unless another policy admits more:",
      code: policy(direction, [
        ...cidrs.map((cidr) => `        - ipBlock: {cidr: ${quoteYaml(formatCidr(cidr))}}`),
        ...(isOnePort ? [`      ports: [{port: ${port}}]`] : []),
      ]),
      sets: ["networking.k8s.io/v1", "podSelector", "policyTypes", "ipBlock", "cidr"],
      values: sayAllowed(cidrs, isOnePort ? port : undefined),
      documented,
    }
  );
}

function byLabel({ knowledge }: Situation, direction: PolicyDirection): Advice | undefined {
  const documented = documentedForm(knowledge, [
    "networkpolicy-form#networking.k8s.io/v1",
    "networkpolicy-form#kubernetes.io/metadata.name",
    "networkpolicy-form#namespaceSelector",
  ]);
  return (
    documented && {
      text: "Name those pods by their labels, not by an address:",
      code: policy(direction, [
        "        - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: PEER_NAMESPACE}}",
        "          podSelector: {matchLabels: {PEER_LABEL: VALUE}}",
      ]),
      sets: ["networking.k8s.io/v1", "podSelector", "policyTypes", "namespaceSelector", "kubernetes.io/metadata.name"],
      values: "To allow, by the question: pods of the cluster.",
      documented,
    }
  );
}

function isEgress({ type }: PolicyDirection): boolean {
  return type === "Egress";
}

function policy({ type, rule, peers }: PolicyDirection, lines: readonly string[]): Advice["code"] {
  const text = [
    "apiVersion: networking.k8s.io/v1",
    "kind: NetworkPolicy",
    "metadata: {name: NAME, namespace: NAMESPACE}",
    "spec:",
    "  podSelector: {matchLabels: {LABEL: VALUE}}",
    `  policyTypes: [${type}]`,
    `  ${rule}:`,
    `    - ${peers}:`,
    ...lines,
  ].join("\n");
  return { snippet: { language: "yaml", text } };
}

/** In a flow of YAML a colon of an IPv6 address could end a key. */
function quoteYaml(cidr: string): string {
  return cidr.includes(":") ? `"${cidr}"` : cidr;
}
