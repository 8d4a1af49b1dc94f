import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reader } from "./accounts.ts";
import type { KubernetesServer } from "./kubernetes-server.ts";

/** The context that a written kubeconfig has. */
export const standInContext = "stand-in";

/**
 * Writes a kubeconfig for the server into a folder of its own, which goes when the server closes. The stand-in speaks plain
 * HTTP, and @kubernetes/client-node takes that only with `insecure-skip-tls-verify`.
 */
export async function writeKubeconfig(server: KubernetesServer, token = reader.token): Promise<string> {
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "stand-in", cluster: { server: server.url, "insecure-skip-tls-verify": true } }],
    users: [{ name: "bot", user: { token } }],
    contexts: [{ name: standInContext, context: { cluster: "stand-in", user: "bot" } }],
  };
  return writeKubeconfigText(server, JSON.stringify(config, null, 2));
}

/** Writes any text where a kubeconfig is expected, for those that are wrong. */
export async function writeKubeconfigText(server: KubernetesServer, text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "explain-ip-kubeconfig-"));
  server.onClose(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "config");
  await writeFile(path, text, { mode: 0o600 });
  return path;
}
