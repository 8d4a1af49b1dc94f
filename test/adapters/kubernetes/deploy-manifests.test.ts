import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { parseAllDocuments } from "yaml";
import { z } from "zod";
import { checkCluster } from "../../../src/adapters/kubernetes/check-cluster.ts";
import { createClusterLookup } from "../../../src/adapters/kubernetes/create-cluster-lookup.ts";
import { type KubernetesServer, startKubernetesServer } from "../../support/kubernetes-server/kubernetes-server.ts";
import { standInContext, writeKubeconfig } from "../../support/kubernetes-server/write-kubeconfig.ts";
import { holderOf, now, serviceNamed } from "./cluster-fixture.ts";

const folder = new URL("../../../deploy/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

const named = z.looseObject({ kind: z.string(), metadata: z.looseObject({ name: z.string() }).optional() });
const rules = z.array(
  z.strictObject({ apiGroups: z.array(z.string()), resources: z.array(z.string()), verbs: z.array(z.string()) }),
);
const labels = z.record(z.string(), z.string());

/** The documents of one manifest; a parse error or warning fails the test. */
function readManifest(file: string) {
  const documents = parseAllDocuments(readFileSync(new URL(file, folder), "utf8"));
  if (!Array.isArray(documents)) return [];
  expect(documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
  return documents.map((document) => named.parse(document.toJS()));
}

function findObject(kind: string) {
  const found = files.flatMap(readManifest).find((object) => object.kind === kind);
  if (!found) throw new Error(`deploy/ has no ${kind}`);
  return found;
}

const podTemplate = z.object({
  spec: z.object({
    selector: z.object({ matchLabels: labels }),
    template: z.object({
      metadata: z.object({ labels }),
      spec: z.looseObject({
        serviceAccountName: z.string(),
        securityContext: z.looseObject({}),
        containers: z.array(
          z.looseObject({
            name: z.string(),
            ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
            env: z.array(z.object({ name: z.string(), value: z.string() })),
            securityContext: z.looseObject({}),
            readinessProbe: z.looseObject({ httpGet: z.object({ path: z.string(), port: z.string() }) }),
            livenessProbe: z.looseObject({ httpGet: z.object({ path: z.string(), port: z.string() }) }),
          }),
        ),
      }),
    }),
  }),
});

describe("the account of deploy/rbac.yaml", () => {
  let server: KubernetesServer;
  beforeEach(async () => {
    server = await startKubernetesServer();
    const user = "system:serviceaccount:explain-ip:explain-ip";
    server.addAccount({ token: "deployed", user, rules: rules.parse(findObject("ClusterRole").rules) });
  });
  afterEach(() => server.close());

  it("may make every request that is made, and no other", async () => {
    const kubeconfig = await writeKubeconfig(server, "deployed");
    const lookUp = createClusterLookup({ context: standInContext, kubeconfig, now });
    const addresses = [
      "10.244.1.20",
      "fd00:10:244:1::30",
      "192.168.10.12",
      "10.96.12.34",
      "203.0.113.70",
      "198.51.100.1",
    ];
    const lookups = [...addresses.map(holderOf), serviceNamed("shop/cart"), serviceNamed("shop/nobody")];
    const statuses = (await lookUp(lookups)).map(({ status }) => status);
    expect(statuses).toEqual(["found", "found", "found", "found", "found", "absent", "found", "absent"]);
    expect(await checkCluster({ context: standInContext, kubeconfig })).toEqual([]);
    expect(server.attempts.filter(({ code }) => code === 403)).toEqual([]);

    const made = server.attempts.map(({ group, resource, verb }) => `${verb} ${resource}.${group}`);
    const granted = rules
      .parse(findObject("ClusterRole").rules)
      .flatMap(({ apiGroups, resources, verbs }) =>
        apiGroups.flatMap((group) =>
          resources.flatMap((resource) => verbs.map((verb) => `${verb} ${resource}.${group}`)),
        ),
      );
    expect([...new Set(made)].sort()).toEqual(granted.sort());
  });
});

describe("the manifests", () => {
  it("are all in kustomization.yaml", () => {
    const { resources } = z
      .looseObject({ resources: z.array(z.string()) })
      .parse(readManifest("kustomization.yaml")[0]);
    expect([...resources, "kustomization.yaml"].sort()).toEqual(files.sort());
  });

  it("belong together: labels, ports and the service account", () => {
    const { selector, template } = podTemplate.parse(findObject("Deployment")).spec;
    const [container] = template.spec.containers;
    const binding = z.looseObject({
      roleRef: z.looseObject({ name: z.string() }),
      subjects: z.array(z.looseObject({ name: z.string() })),
    });
    const { roleRef, subjects } = binding.parse(findObject("ClusterRoleBinding"));
    expect(template.metadata.labels).toMatchObject(selector.matchLabels);
    expect(findObject("Service").spec).toMatchObject({
      selector: selector.matchLabels,
      ports: [{ targetPort: "http" }],
    });
    expect(findObject("NetworkPolicy").spec).toMatchObject({
      podSelector: selector,
      ingress: [{ ports: [{ port: "http" }] }],
    });
    expect(container?.ports).toEqual([{ name: "http", containerPort: 8080 }]);
    expect(roleRef.name).toBe(findObject("ClusterRole").metadata?.name);
    expect(subjects.map(({ name }) => name)).toEqual([template.spec.serviceAccountName]);
    expect(findObject("ServiceAccount").metadata?.name).toBe(template.spec.serviceAccountName);
  });

  it("run the bot without rights on its machine", () => {
    const { spec } = podTemplate.parse(findObject("Deployment")).spec.template;
    expect(spec.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: 1000,
      seccompProfile: { type: "RuntimeDefault" },
    });
    for (const { securityContext, readinessProbe, livenessProbe } of spec.containers) {
      expect(securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ["ALL"] },
      });
      expect([readinessProbe.httpGet.path, livenessProbe.httpGet.path]).toEqual(["/readyz", "/healthz"]);
    }
  });

  it("set only variables that .env.example explains", () => {
    const known = readFileSync(new URL("../.env.example", folder), "utf8");
    const { containers } = podTemplate.parse(findObject("Deployment")).spec.template.spec;
    for (const { name } of containers.flatMap(({ env }) => env)) expect(known).toMatch(new RegExp(`^${name}=`, "m"));
  });
});
