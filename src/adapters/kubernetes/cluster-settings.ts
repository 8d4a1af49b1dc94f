/** Which cluster to look at, and how long one set of lookups may take. */
export type ClusterSettings = {
  /** A context of the kubeconfig; `in-cluster` stands for the service account of the pod that explain-ip runs in. */
  readonly context: string;
  /** The file's path, or several joined as in the variable KUBECONFIG; without it the file that kubectl would take. */
  readonly kubeconfig?: string;
  /** 2,000 unless given. Loading the client library, once, is not counted. */
  readonly timeoutMs?: number;
  readonly now: () => Date;
};

/** The context that stands for the pod's own service account. */
export const inClusterContext = "in-cluster";

/** Longer than this nobody should wait for what a cluster adds to an answer. */
export const defaultTimeoutMs = 2_000;
