import type { Attempt } from "./status-replies.ts";

/** A rule of RBAC (rbac.authorization.k8s.io/v1); with a namespace it comes from a Role, without from a ClusterRole. */
export type AccessRule = {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly namespace?: string;
};

export type Account = { readonly token: string; readonly user: string; readonly rules: readonly AccessRule[] };

const read = ["get", "list", "watch"];

/** The account the replies were recorded with. */
export const reader: Account = {
  token: "reader-token",
  user: "system:serviceaccount:shop:ip-bot",
  rules: [
    { apiGroups: [""], resources: ["pods", "services", "nodes", "namespaces", "endpoints"], verbs: read },
    { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs: read },
    { apiGroups: ["networking.k8s.io"], resources: ["servicecidrs", "ipaddresses", "ingresses"], verbs: read },
  ],
};

/** The account that was refused in nodes-403.json: pods and Services of one namespace. */
export const narrow: Account = {
  token: "narrow-token",
  user: "ip-bot-narrow",
  rules: [{ apiGroups: [""], resources: ["pods", "services"], verbs: ["get", "list"], namespace: "shop" }],
};

/** Does a rule allow this? The server asks before it looks whether the resource exists at all. */
export function isAllowed({ rules }: Account, { verb, group, resource, namespace }: Attempt): boolean {
  return rules.some(
    (rule) =>
      rule.apiGroups.includes(group) &&
      rule.resources.includes(resource) &&
      rule.verbs.includes(verb) &&
      (rule.namespace === undefined || rule.namespace === namespace),
  );
}
