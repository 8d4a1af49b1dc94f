import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { loadKnowledge } from "../../../src/adapters/files/load-knowledge.ts";
import { buildProductLexicon, recogniseProducts } from "../../../src/core/question/recognise-products.ts";

const folder = fileURLToPath(new URL("../../../knowledge/", import.meta.url));
const { products } = loadKnowledge(folder, "2999-01-01").knowledge;
const shipped = buildProductLexicon(
  [...products.values()].flatMap(({ id, name, aliases }) =>
    [id, name, ...aliases].map((phrase) => ({ phrase, product: id })),
  ),
);
const productsIn = (text: string) => recogniseProducts(text, shipped).map(({ value }) => value);

describe("recogniseProducts, with the names that ship", () => {
  it.each([...products.values()].map(({ id, name, aliases }) => [id, [id, name, ...aliases]] as const))(
    "finds %s by each of its names",
    (id, names) => {
      expect(names.filter((name) => productsIn(`We run ${name} in production.`)[0] !== id)).toEqual([]);
    },
  );

  it.each([
    ["We are on EKS", ["eks"]],
    ["we use gke autopilot", ["gke"]],
    ["Our AKS cluster", ["aks"]],
    ["It is on Scaleway, their managed stack: cilium + kube-proxy.", ["scaleway-kapsule", "cilium", "kubernetes"]],
    ["k3s with flannel", ["k3s", "flannel"]],
    ["docker desktop on a mac", ["docker-desktop"]],
    ["Docker Desktop and docker compose", ["docker-desktop", "docker"]],
    ["a Docker host", ["docker"]],
    ["OVN Kubernetes on OpenShift", ["ovn-kubernetes", "openshift"]],
    ["ovn-kubernetes", ["ovn-kubernetes"]],
    ["plain kubernetes", ["kubernetes"]],
    ["kube-ovn or Kube OVN", ["kube-ovn", "kube-ovn"]],
    ["KUBESPRAY", ["kubespray"]],
    ["my tailnet", ["tailscale"]],
    ["minikube start", ["minikube"]],
    ["a CiliumInternalIP and a ciliumnode", ["cilium", "cilium"]],
    ["calicoctl and istiod", ["calico", "istio"]],
    ["consultants with dockworkers", []],
    ["calico's BGP mode", ["calico"]],
    ["EKS vs GKE", ["eks", "gke"]],
    ["EKS/GKE", ["eks", "gke"]],
    ["cilium-agent logs", ["cilium"]],
  ])("%j names %j", (text, expected) => {
    expect(productsIn(text)).toEqual(expected);
  });

  it.each(["Where does 10.0.0.1 come from?", "the weeks after", "dockerless", "speaks of nothing", ""])(
    "%j names nothing",
    (text) => {
      expect(productsIn(text)).toEqual([]);
    },
  );

  it.each([
    ["not on EKS", []],
    ["we do not use Docker", []],
    ["no Docker here", []],
    ["without cilium", []],
    ["this isn't GKE", []],
    ["GKE, not EKS", ["gke"]],
    ["unlike EKS, GKE does", ["gke"]],
    ["EKS and not GKE", ["eks"]],
    ["we never ran minikube, only k3s", ["k3s"]],
  ])("%j: what is ruled out is not named", (text, expected) => {
    expect(productsIn(text)).toEqual(expected);
  });

  it.each([
    ["we plan to move from EKS to GKE", ["eks", "gke"]],
    ["it does not work on EKS", ["eks"]],
    ["pods cannot reach the internet; EKS", ["eks"]],
    ["Why not? We run GKE.", ["gke"]],
    ["Is this EKS or not? GKE has it.", ["eks", "gke"]],
    ["no idea. EKS is where it runs", ["eks"]],
    ["there is no pod. EKS", ["eks"]],
  ])("%j: a negation that is about something else", (text, expected) => {
    expect(productsIn(text)).toEqual(expected);
  });
});

describe("recogniseProducts", () => {
  const lexicon = buildProductLexicon([
    { phrase: "acme", product: "acme" },
    { phrase: "Acme Cloud Run", product: "acme-run" },
    { phrase: "acme cloud", product: "acme-cloud" },
    { phrase: "größe-9", product: "size" },
    { phrase: "--", product: "nothing" },
  ]);
  const inText = (text: string) => recogniseProducts(text, lexicon);

  it.each([
    ["acme cloud run", ["acme-run"]],
    ["acme cloud runs", ["acme-cloud"]],
    ["acme clouds", ["acme"]],
    ["Acme-Cloud", ["acme-cloud"]],
    ["ACME\nCLOUD", ["acme-cloud"]],
    ["acme acme cloud", ["acme", "acme-cloud"]],
    ["Größe 9", ["size"]],
    ["--", []],
  ])("takes the longest name in %j", (text, expected) => {
    expect(inText(text).map(({ value }) => value)).toEqual(expected);
  });

  it("says where it stood, and why", () => {
    expect(inText("on Acme-Cloud.")).toEqual([
      { value: "acme-cloud", text: "Acme-Cloud", start: 3, end: 13, reason: '"Acme-Cloud" names acme-cloud' },
    ]);
  });

  it("gives places in order, each the slice that it names, in any text", () => {
    const word = fc.constantFrom("acme", "Cloud", "run", "not", "9", "Größe", ",", "--", "🙂", "10.0.0.1");
    const text = fc.array(fc.tuple(word, fc.constantFrom(" ", "\n", "-", "")), { maxLength: 20 });
    fc.assert(
      fc.property(text, (parts) => {
        const written = parts.flat().join("");
        const mentions = inText(written);
        let from = 0;
        for (const { start, end, text: slice } of mentions) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(written.slice(start, end)).toBe(slice);
          from = end;
        }
      }),
    );
  });
});

describe("a name that is an everyday word too", () => {
  const lexicon = buildProductLexicon([
    { phrase: "render", product: "render", isOrdinary: true },
    { phrase: "onrender", product: "render" },
  ]);

  it.each([
    ["What address does my app on Render leave with?", ["render"]],
    ["our service (Render, Frankfurt) is blocked", ["render"]],
    ["app.onrender.com is blocked", ["render"]],
    ["how do I render the template?", []],
    ["Render the template, please", []],
    ["It failed. Render says 10.0.0.1", []],
  ])("%s names %j", (text, products) => {
    expect(recogniseProducts(text, lexicon).map(({ value }) => value)).toEqual(products);
  });
});
