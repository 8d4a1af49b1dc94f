import { writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { checkCluster } from "../../../src/adapters/kubernetes/check-cluster.ts";
import { createClusterLookup } from "../../../src/adapters/kubernetes/create-cluster-lookup.ts";
import { type KubernetesServer, startKubernetesServer } from "../../support/kubernetes-server/kubernetes-server.ts";
import {
  standInContext,
  writeKubeconfig,
  writeKubeconfigText,
} from "../../support/kubernetes-server/write-kubeconfig.ts";
import { holderOf, lookUpOne, now, observedAt } from "./cluster-fixture.ts";

let server: KubernetesServer;
beforeEach(async () => {
  server = await startKubernetesServer();
});
afterEach(() => server.close());

const lookup = holderOf("10.96.12.34");
const context = standInContext;
const secret = "s3cret-token";

const user = { name: "u", user: { token: secret } };
const cluster = { name: "c", cluster: { server: "https://127.0.0.1:1" } };
const config = (parts: object) =>
  JSON.stringify({
    clusters: [cluster],
    users: [user],
    contexts: [{ name: context, context: { cluster: "c", user: "u" } }],
    ...parts,
  });

describe("a kubeconfig that cannot be used makes lookups unavailable, and doctor says the same", () => {
  it.each([
    {
      what: "no such context",
      text: config({
        contexts: [
          { name: "staging", context: { cluster: "c", user: "u" } },
          { name: "live", context: { cluster: "c", user: "u" } },
        ],
      }),
      message: `The kubeconfig has no context ${context}.`,
      remedy: "It has: staging, live.",
    },
    {
      what: "no contexts",
      text: config({ contexts: [] }),
      message: `The kubeconfig has no context ${context}.`,
      remedy: "It has none at all.",
    },
    {
      what: "no such cluster",
      text: config({ clusters: [] }),
      message: `The context ${context} names a cluster that the kubeconfig lacks.`,
    },
    {
      what: "no such user",
      text: config({ users: [] }),
      message: `The context ${context} names a user that the kubeconfig lacks.`,
    },
    {
      what: "plain HTTP",
      text: config({ clusters: [{ name: "c", cluster: { server: "http://127.0.0.1:1" } }] }),
      message: `The server of the context ${context} is plain HTTP.`,
    },
    {
      what: "a server without scheme",
      text: config({ clusters: [{ name: "c", cluster: { server: "kube.example.com" } }] }),
      message: `The server of the context ${context} is not a URL.`,
    },
    {
      what: "an entry without name",
      text: config({ users: [{ user: { token: secret } }] }),
      message: "The kubeconfig is not a valid one.",
    },
    {
      what: "broken YAML",
      text: `users:\n- {name: u, user: {token: ${secret}\ncontexts: [`,
      message: "The kubeconfig is not a valid one.",
    },
    { what: "nothing in it", text: "", message: "The kubeconfig is not a valid one." },
    {
      what: "a certificate that is not there",
      text: config({
        clusters: [
          { name: "c", cluster: { server: "https://127.0.0.1:1", "certificate-authority": "no-such-ca.pem" } },
        ],
      }),
      message: "A file or a program that the kubeconfig names cannot be used (ENOENT).",
    },
    {
      what: "a credential plug-in that is not there",
      text: config({
        users: [
          { name: "u", user: { exec: { apiVersion: "client.authentication.k8s.io/v1", command: "no-such-plug-in" } } },
        ],
      }),
      message: "A file or a program that the kubeconfig names cannot be used (ENOENT).",
    },
    {
      what: "a credential plug-in that fails",
      text: config({
        users: [
          {
            name: "u",
            user: {
              exec: {
                apiVersion: "client.authentication.k8s.io/v1",
                command: process.execPath,
                args: ["-e", `console.error("${secret}"); process.exit(1)`],
              },
            },
          },
        ],
      }),
      message: "The request could not be made or its reply not be read (Error).",
    },
  ])("$what", async ({ text, message, remedy }) => {
    const kubeconfig = await writeKubeconfigText(server, text);
    const problems = await checkCluster({ context, kubeconfig });
    expect(problems).toEqual([{ message, remedy: remedy ?? expect.stringMatching(/^[A-Z].+\.$/) }]);
    const result = await lookUpOne(createClusterLookup({ context, kubeconfig, now }), lookup);
    const clause = message.charAt(0).toLowerCase() + message.slice(1, -1);
    expect(result).toEqual({ status: "unavailable", reason: expect.stringContaining(`${clause} (`) });
    expect(JSON.stringify([problems, result])).not.toContain(secret);
  });

  it("no such file", async () => {
    const kubeconfig = join(await writeKubeconfig(server), "not-a-folder");
    expect(await checkCluster({ context, kubeconfig })).toEqual([
      { message: "The kubeconfig cannot be read (ENOTDIR).", remedy: "See whether its path is right and readable." },
    ]);
  });

  it("the service account of a pod, outside of one", async () => {
    // The tests themselves may run in a pod.
    const { KUBERNETES_SERVICE_HOST: host } = process.env;
    delete process.env.KUBERNETES_SERVICE_HOST;
    const problems = await checkCluster({ context: "in-cluster" });
    if (host !== undefined) process.env.KUBERNETES_SERVICE_HOST = host;
    expect(problems).toEqual([
      {
        message: "The context in-cluster works only inside a pod, and this is none.",
        remedy: "Name a context of a kubeconfig.",
      },
    ]);
  });
});

describe("a kubeconfig", () => {
  it("is read again after it could not be used", async () => {
    const kubeconfig = await writeKubeconfigText(server, "");
    const lookUp = createClusterLookup({ context, kubeconfig, now });
    expect(await lookUpOne(lookUp, lookup)).toMatchObject({ status: "unavailable" });
    await writeFile(
      kubeconfig,
      config({
        clusters: [{ name: "c", cluster: { server: server.url, "insecure-skip-tls-verify": true } }],
        users: [{ name: "u", user: { token: "reader-token" } }],
      }),
    );
    expect(await lookUpOne(lookUp, lookup)).toMatchObject({ status: "found", observedAt });
  });

  it("may be several files in one list, as kubectl takes them", async () => {
    const other = await writeKubeconfigText(
      server,
      config({ contexts: [{ name: "other", context: { cluster: "c", user: "u" } }] }),
    );
    const kubeconfig = [other, await writeKubeconfig(server)].join(delimiter);
    expect(await lookUpOne(createClusterLookup({ context, kubeconfig, now }), lookup)).toMatchObject({
      status: "found",
    });
  });
});
