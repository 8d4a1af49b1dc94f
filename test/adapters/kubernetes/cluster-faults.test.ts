import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createClusterLookup } from "../../../src/adapters/kubernetes/create-cluster-lookup.ts";
import {
  type Behaviour,
  type KubernetesServer,
  startKubernetesServer,
} from "../../support/kubernetes-server/kubernetes-server.ts";
import {
  standInContext,
  writeKubeconfig,
  writeKubeconfigText,
} from "../../support/kubernetes-server/write-kubeconfig.ts";
import { connect, holderOf, lookUpOne, now, observedAt, serviceNamed, shortTimeoutMs } from "./cluster-fixture.ts";

let server: KubernetesServer;
beforeEach(async () => {
  server = await startKubernetesServer();
});
afterEach(() => server.close());

const both = [holderOf("10.244.1.20"), serviceNamed("shop/cart")];
const late = "the cluster did not answer in time (look again later, or see whether its API server is slow)";
const noRights = "bind the bot's account to the ClusterRole in deploy/rbac.yaml";

describe("a cluster that cannot be asked is unavailable", () => {
  it.each<{ what: string; behaviour: Behaviour; reason: RegExp }>([
    { what: "it is busy", behaviour: { answers: 429 }, reason: /^the API server answered 429 \(/ },
    { what: "it is broken", behaviour: { answers: 500 }, reason: /^the API server answered 500 \(/ },
    { what: "it starts", behaviour: { answers: 503 }, reason: /^the API server answered 503 \(/ },
    {
      what: "it is something else",
      behaviour: { answers: "log-in page" },
      reason: /not that of a Kubernetes API server/,
    },
  ])("because $what", async ({ behaviour, reason }) => {
    server.behave(behaviour);
    const lookUp = await connect(server);
    for (const result of await lookUp(both)) {
      expect(result).toEqual({ status: "unavailable", reason: expect.stringMatching(reason) });
    }
  });

  it("because the token is not known", async () => {
    const lookUp = await connect(server, "some-other-token");
    for (const result of await lookUp(both)) {
      expect(result).toEqual({
        status: "unavailable",
        reason:
          "the cluster does not accept the bot's credentials (401) (renew the token or certificate in the kubeconfig)",
      });
    }
  });

  it("because nothing listens there", async () => {
    const lookUp = await connect(server);
    await lookUp([holderOf("10.244.1.20")]);
    await server.close();
    for (const result of await lookUp(both)) {
      expect(result).toEqual({
        status: "unavailable",
        reason: expect.stringMatching(/^the cluster cannot be reached \(ECONNREFUSED\)/),
      });
    }
    server = await startKubernetesServer();
  });

  it("because it does not speak TLS", async () => {
    const config = kubeconfig({ server: server.url.replace("http:", "https:") });
    const lookUp = createClusterLookup({
      context: standInContext,
      kubeconfig: await writeKubeconfigText(server, config),
      now,
    });
    for (const result of await lookUp(both)) {
      expect(result).toEqual({
        status: "unavailable",
        reason: expect.stringMatching(
          /^the cluster cannot be reached \(.*SSL.*\) \(see whether .* certificate authority/,
        ),
      });
    }
  });

  it("because it is silent for longer than the time-out", async () => {
    server.behave({ silent: ["pods", "services", "nodes", "ipaddresses", "endpointslices"] });
    const lookUp = await connect(server, undefined, shortTimeoutMs);
    expect(await lookUp(both)).toEqual(both.map(() => ({ status: "unavailable", reason: late })));
  });

  it("because it is slower than the time-out of two seconds that holds if none is given", async () => {
    server.behave({ latencyMs: 3_000 });
    const lookUp = await connect(server);
    expect(await lookUp(both)).toEqual(both.map(() => ({ status: "unavailable", reason: late })));
  });

  it("because the kubeconfig's credential plug-in hangs", async () => {
    // It ends when the server closes, which takes this file away: not before the lookup has to.
    const file = await writeKubeconfig(server);
    const program = `setInterval(() => require("node:fs").existsSync(${JSON.stringify(file)}) || process.exit(1), 100)`;
    const exec = { apiVersion: "client.authentication.k8s.io/v1", command: process.execPath, args: ["-e", program] };
    const path = await writeKubeconfigText(server, kubeconfig({ server: server.url, user: { exec } }));
    const lookUp = createClusterLookup({ context: standInContext, kubeconfig: path, now, timeoutMs: shortTimeoutMs });
    expect(await lookUp(both)).toEqual(both.map(() => ({ status: "unavailable", reason: late })));
    expect(server.attempts).toEqual([]);
  });
});

describe("a cluster that answers in part", () => {
  const refused = (what: string) => `the bot's account may not list ${what} (403)`;

  it.each([
    { refuses: ["nodes"], gap: refused("nodes") },
    { refuses: ["pods"], gap: refused("pods") },
    { refuses: ["nodes", "services", "ipaddresses"], gap: `${refused("nodes")}; ${refused("services")}` },
  ])("gives what it has, or absent with a caveat, without $refuses", async ({ refuses, gap }) => {
    server.behave({ refuses });
    const lookUp = await connect(server);
    const known = refuses.includes("pods") ? "192.168.10.12" : "10.244.1.20";
    const [found, absent] = await lookUp([holderOf(known), holderOf("198.51.100.1")]);
    expect(found).toMatchObject({ status: "found" });
    const caveat = `Not everything could be looked at: ${gap} (${noRights}).`;
    expect(absent).toEqual({ status: "absent", observedAt, caveat });
  });

  it("needs no IPAddress objects for a full answer", async () => {
    server.behave({ refuses: ["ipaddresses"] });
    const lookUp = await connect(server);
    const [found, absent] = await lookUp([holderOf("10.96.12.34"), holderOf("198.51.100.1")]);
    expect(found).toMatchObject({ status: "found", objects: [{ kind: "Service", name: "cart" }] });
    expect(absent).toEqual({ status: "absent", observedAt });
  });

  it("is unavailable to an account that may list nothing in the whole cluster", async () => {
    const result = await lookUpOne(await connect(server, "narrow-token"), holderOf("10.244.1.20"));
    const reason = `${["nodes", "services", "pods"].map(refused).join("; ")} (${noRights})`;
    expect(result).toEqual({ status: "unavailable", reason });
  });

  it("keeps what it found when another list is late, and does not call it absent otherwise", async () => {
    server.behave({ silent: ["nodes"] });
    const lookUp = await connect(server, undefined, shortTimeoutMs);
    const [found, unknown] = await lookUp([holderOf("10.244.1.20"), holderOf("198.51.100.1")]);
    expect(found).toMatchObject({ status: "found", objects: [{ name: "cart-0" }, { name: "job-done" }] });
    expect(unknown).toEqual({ status: "unavailable", reason: late });
  });
});

describe("a set of lookups", () => {
  it("is answered in its order, whatever comes of each", async () => {
    const lookUp = await connect(server);
    const lookups = [
      serviceNamed("shop/nobody"),
      holderOf("no address"),
      holderOf("10.244.1.20"),
      serviceNamed("shop/cart"),
    ];
    expect((await lookUp(lookups)).map(({ status }) => status)).toEqual(["absent", "skipped", "found", "found"]);
  });

  it("of none needs no cluster", async () => {
    expect(await (await connect(server))([])).toEqual([]);
  });
});

function kubeconfig({ server: address, user = { token: "reader-token" } }: { server: string; user?: object }): string {
  const cluster = { server: address, "insecure-skip-tls-verify": true };
  return JSON.stringify({
    clusters: [{ name: "c", cluster }],
    users: [{ name: "u", user }],
    contexts: [{ name: standInContext, context: { cluster: "c", user: "u" } }],
  });
}
