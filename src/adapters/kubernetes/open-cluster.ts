import { delimiter } from "node:path";
import type {
  ConfigurationOptions,
  CoreV1Api,
  DiscoveryV1Api,
  KubeConfig,
  NetworkingV1Api,
  Observable,
  RequestContext,
  ResponseContext,
} from "@kubernetes/client-node";
import type { ClusterFailure, Reply } from "./cluster-failure.ts";
import { type ClusterSettings, inClusterContext } from "./cluster-settings.ts";

/** The three parts of the API that are read, with the credentials of one context. */
export type ClusterApis = {
  readonly core: CoreV1Api;
  readonly discovery: DiscoveryV1Api;
  readonly networking: NetworkingV1Api;
  /** The options of a request that ends with the signal. */
  readonly endWith: (signal: AbortSignal) => ConfigurationOptions;
};

type Place = Pick<ClusterSettings, "context" | "kubeconfig">;

/**
 * Reads the kubeconfig and makes the clients of the context named; nothing is asked yet. The library is imported here and not
 * above: loading it takes longer than a whole answer on the command line.
 */
export async function openCluster(place: Place): Promise<Reply<ClusterApis>> {
  const library = await import("@kubernetes/client-node");
  const config = new library.KubeConfig();
  const problem = load(config, place, () => new library.KubeConfig()) ?? checkContext(config, place.context);
  if (problem) return { ok: false, failure: { kind: "kubeconfig", ...problem } };
  return {
    ok: true,
    value: {
      core: config.makeApiClient(library.CoreV1Api),
      discovery: config.makeApiClient(library.DiscoveryV1Api),
      networking: config.makeApiClient(library.NetworkingV1Api),
      endWith: (signal) => endWith(signal, library.Observable),
    },
  };
}

/** The library offers no signal of its own; a request can be given one on its way out. */
function endWith(signal: AbortSignal, ObservableOf: typeof Observable): ConfigurationOptions {
  const pre = (context: RequestContext) => {
    context.setSignal(signal);
    return new ObservableOf(Promise.resolve(context));
  };
  const post = (context: ResponseContext) => new ObservableOf(Promise.resolve(context));
  return { middleware: [{ pre, post }], middlewareMergeStrategy: "append" };
}

type Problem = Pick<ClusterFailure, "reason" | "remedy">;

function load(config: KubeConfig, { context, kubeconfig }: Place, makeConfig: () => KubeConfig): Problem | undefined {
  if (kubeconfig === undefined && context === inClusterContext) return loadServiceAccount(config);
  try {
    if (kubeconfig === undefined) config.loadFromDefault();
    else loadFiles(config, kubeconfig, makeConfig);
    config.setCurrentContext(context);
    return undefined;
  } catch (error) {
    return describeLoadError(error);
  }
}

/** As kubectl reads the variable KUBECONFIG: one file, or several in one list, put together. */
function loadFiles(config: KubeConfig, list: string, makeConfig: () => KubeConfig): void {
  const [first = list, ...others] = list.split(delimiter).filter((path) => path !== "");
  config.loadFromFile(first);
  for (const path of others) {
    const other = makeConfig();
    other.loadFromFile(path);
    config.mergeConfig(other, true);
  }
}

function loadServiceAccount(config: KubeConfig): Problem | undefined {
  config.loadFromCluster();
  // The library writes the missing environment variables of a pod into the address instead of failing.
  if (!config.getCurrentCluster()?.server.includes("undefined")) return undefined;
  return {
    reason: `the context ${inClusterContext} works only inside a pod, and this is none`,
    remedy: "name a context of a kubeconfig",
  };
}

/** Only the error's kind is told: a YAML error quotes the lines around it, and those may hold a token. */
function describeLoadError(error: unknown): Problem {
  const code = Error.isError(error) && "code" in error && typeof error.code === "string" ? error.code : undefined;
  if (code)
    return { reason: `the kubeconfig cannot be read (${code})`, remedy: "see whether its path is right and readable" };
  return { reason: "the kubeconfig is not a valid one", remedy: "see whether kubectl config view accepts it" };
}

function checkContext(config: KubeConfig, name: string): Problem | undefined {
  const context = config.getContextObject(config.getCurrentContext());
  const remedy = "see it with kubectl config view";
  if (!context) {
    const known = config.getContexts().map((known) => known.name);
    return {
      reason: `the kubeconfig has no context ${name}`,
      remedy: known.length > 0 ? `it has: ${known.join(", ")}` : "it has none at all",
    };
  }
  const cluster = config.getCluster(context.cluster);
  if (!cluster) return { reason: `the context ${name} names a cluster that the kubeconfig lacks`, remedy };
  if (!config.getUser(context.user))
    return { reason: `the context ${name} names a user that the kubeconfig lacks`, remedy };
  if (!URL.canParse(cluster.server)) return { reason: `the server of the context ${name} is not a URL`, remedy };
  // The library refuses this with every request, in words that do not help.
  if (cluster.server.startsWith("http:") && !cluster.skipTLSVerify) {
    return {
      reason: `the server of the context ${name} is plain HTTP`,
      remedy: "use https, or set insecure-skip-tls-verify for it if that is meant",
    };
  }
  return undefined;
}
