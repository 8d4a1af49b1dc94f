/** What kept a request from being answered; each kind asks for another remedy. */
export type FailureKind =
  | "kubeconfig"
  | "credentials"
  | "refused"
  | "missing"
  | "not-selectable"
  | "expired"
  | "late"
  | "unreachable"
  | "not-kubernetes"
  | "server-error";

/** A request that was not answered. `reason` continues "the cluster could not be asked: …"; neither text ends in a full stop. */
export type ClusterFailure = { readonly kind: FailureKind; readonly reason: string; readonly remedy: string };

/** What came of one request to the API server. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ClusterFailure };

/** The failures as one clause for the asker: each reason once, each remedy once. */
export function sayFailures(failures: readonly ClusterFailure[]): string {
  const reasons = [...new Set(failures.map(({ reason }) => reason))];
  const remedies = [...new Set(failures.map(({ remedy }) => remedy))];
  return `${reasons.join("; ")} (${remedies.join("; ")})`;
}
