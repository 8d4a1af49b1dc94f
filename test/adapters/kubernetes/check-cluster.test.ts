import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { checkCluster } from "../../../src/adapters/kubernetes/check-cluster.ts";
import {
  type Behaviour,
  type KubernetesServer,
  startKubernetesServer,
} from "../../support/kubernetes-server/kubernetes-server.ts";
import { standInContext, writeKubeconfig } from "../../support/kubernetes-server/write-kubeconfig.ts";
import { shortTimeoutMs } from "./cluster-fixture.ts";

let server: KubernetesServer;
beforeEach(async () => {
  server = await startKubernetesServer();
});
afterEach(() => server.close());

async function check(token?: string) {
  const kubeconfig = await writeKubeconfig(server, token);
  return checkCluster({ context: standInContext, kubeconfig, timeoutMs: shortTimeoutMs });
}

describe("doctor's look at the cluster", () => {
  it.each<Behaviour>([{}, { older: true }])("has nothing to say about a healthy cluster: %j", async (behaviour) => {
    server.behave(behaviour);
    expect(await check()).toEqual([]);
  });

  it("names every right that an account lacks, and what cannot be told apart", async () => {
    const messages = (await check("narrow-token")).map(({ message }) => message);
    expect(messages).toEqual([
      "The bot's account may not list pods (403).",
      "The bot's account may not list services (403).",
      "The bot's account may not list nodes (403).",
      "The bot's account may not get services (403).",
      "The bot's account may not list endpointslices (403).",
      expect.stringMatching(/^The bot's account may not get ipaddresses \(403\), or the cluster is older than 1\.33/),
    ]);
  });

  it("says where the rights are to be had", async () => {
    server.behave({ refuses: ["nodes"] });
    expect(await check()).toEqual([
      {
        message: "The bot's account may not list nodes (403).",
        remedy: "Bind the bot's account to the ClusterRole in deploy/rbac.yaml.",
      },
    ]);
  });

  it.each<{ what: string; behaviour: Behaviour; token?: string; message: RegExp }>([
    { what: "a wrong token", behaviour: {}, token: "other", message: /does not accept the bot's credentials \(401\)/ },
    { what: "a silent server", behaviour: { silent: ["nodes"] }, message: /did not answer in time/ },
    { what: "a broken server", behaviour: { answers: 503 }, message: /answered 503/ },
    { what: "another server", behaviour: { answers: "log-in page" }, message: /not that of a Kubernetes API server/ },
  ])("says once what holds for every request: $what", async ({ behaviour, token, message }) => {
    server.behave(behaviour);
    expect(await check(token)).toEqual([
      { message: expect.stringMatching(message), remedy: expect.stringMatching(/^[A-Z].+\.$/) },
    ]);
  });
});
