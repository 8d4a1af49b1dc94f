import { describe, expect, it } from "@jest/globals";
import type { FileProblem } from "../../../src/adapters/files/file-problem.ts";
import { loadViews } from "../../../src/adapters/files/load-views.ts";
import { formatCidr } from "../../../src/core/network/cidr.ts";
import { soundKnowledge } from "../../support/sample-knowledge-files.ts";
import { withFolder } from "../../support/temporary-folder.ts";

const TODAY = "2026-06-01";

const network = (more = "") => `networks:
  - id: office
    name: the office VPN
    cidrs: [10.9.0.0/16]
    role: vpn
    url: https://wiki.example.org/networks
    checkedOn: 2026-01-02
${more}`;
const fact = (id: string, ...lines: readonly string[]) => `  - id: ${id}
    statement: Pods of ours get addresses from 10.66.0.0/16.
    claim: { type: range, role: pod, status: default, cidrs: [10.66.0.0/16] }
    sources: [{ url: "https://wiki.example.org/a", title: A, locator: Pods, kind: observed, checkedOn: 2026-01-02 }]
${lines.map((line) => `    ${line}\n`).join("")}`;
const product = (...facts: readonly string[]) =>
  `id: ours\nname: Ours\nkind: managed-kubernetes\nbuildsOn: [acme-cluster]\nfacts:\n${facts.join("")}`;
const article = (soundKnowledge["articles/pods-come-and-go.md"] ?? "").replaceAll("pods-come-and-go", "our-pods");

type Files = Readonly<Record<string, string>>;
const withBoth = <T>(
  overlay: Files,
  use: (views: ReturnType<typeof loadViews>, own: string) => T,
  base: Files = soundKnowledge,
) => withFolder(base, (folder) => withFolder(overlay, (own) => use(loadViews({ folder, overlay: own }, TODAY), own)));
const problemsOf = (overlay: Files, base?: Files): Promise<FileProblem[]> =>
  withBoth(
    overlay,
    ({ problems }, own) => problems.map((found) => ({ ...found, file: found.file.replace(`${own}/`, "overlay:") })),
    base,
  );

describe("loadViews", () => {
  it("gives one knowledge for everybody where there is no overlay", () =>
    withFolder(soundKnowledge, (folder) => {
      const views = loadViews({ folder }, TODAY);
      expect(views.internal).toBe(views.public);
      expect(views.problems).toEqual([]);
    }));

  it("makes a private fact of each network", () =>
    withBoth({ "networks.yaml": network("    note: by Wednesday\n") }, (views) => {
      expect(views.problems).toEqual([]);
      expect(views.public.facts.has("own-networks/office")).toBe(false);
      expect(views.internal.facts.get("own-networks/office")).toMatchObject({
        statement: "10.9.0.0/16 is the office VPN: by Wednesday.",
        claim: { role: "vpn" },
        sources: [{ url: "https://wiki.example.org/networks" }],
        visibility: "private",
      });
    }));

  it("adds private products and articles, to the internal view alone", () =>
    withBoth({ "products/ours.yaml": product(fact("pods")), "articles/our-pods.md": article }, (views) => {
      expect(views.problems).toEqual([]);
      expect([...views.public.products.keys()]).toEqual(["acme-cluster"]);
      expect([...views.internal.products.keys()]).toEqual(["acme-cluster", "ours"]);
      expect(views.internal.facts.get("ours/pods")?.visibility).toBe("private");
      expect(views.internal.articles.map(({ id, visibility }) => `${id} ${visibility}`)).toEqual([
        "pods-come-and-go public",
        "our-pods private",
      ]);
      expect(views.public.articles).toHaveLength(1);
    }));

  it("puts a fact in a public one's place only where it says so", () =>
    withBoth({ "products/ours.yaml": product(fact("a", "overrides: acme-cluster/pods"), fact("b")) }, (views) => {
      expect(views.problems).toEqual([]);
      const rangeOf = (id: string, { facts }: typeof views.public) => {
        const claim = facts.get(id)?.claim;
        return claim?.type === "range" ? claim.cidrs.map(formatCidr) : undefined;
      };
      expect(rangeOf("acme-cluster/pods", views.public)).toEqual(["10.8.0.0/16", "fd00:8::/64"]);
      expect(rangeOf("acme-cluster/pods", views.internal)).toEqual(["10.66.0.0/16"]);
      expect(views.internal.facts.get("acme-cluster/pods")).toMatchObject({
        product: "acme-cluster",
        visibility: "private",
      });
      expect([...views.internal.facts.keys()]).toEqual(["acme-cluster/pods", "acme-cluster/to-services", "ours/b"]);
    }));

  it.each<[string, Files, string, number, RegExp]>([
    [
      "a network without a page",
      { "networks.yaml": network().replace(/ +url:.*\n/, "") },
      "networks.yaml",
      2,
      /expected|https/,
    ],
    [
      "a network of no role",
      { "networks.yaml": network().replace("role: vpn", "role: office") },
      "networks.yaml",
      5,
      /Invalid option/,
    ],
    [
      "a network with host bits",
      { "networks.yaml": network().replace("10.9.0.0", "10.9.0.1") },
      "networks.yaml",
      4,
      /write 10.9.0.0\/16/,
    ],
    [
      "a network read in the future",
      { "networks.yaml": network().replace("2026-01", "2027-01") },
      "networks.yaml",
      7,
      /future/,
    ],
    [
      "two networks of one id",
      { "networks.yaml": network() + network().slice(network().indexOf("\n") + 1) },
      "networks.yaml",
      8,
      /twice/,
    ],
    [
      "an override of nothing",
      { "products/ours.yaml": product(fact("a", "overrides: acme-cluster/nodes")) },
      "products/ours.yaml",
      10,
      /no public fact/,
    ],
    [
      "a place that is taken",
      {
        "products/ours.yaml": product(
          fact("a", "overrides: acme-cluster/pods"),
          fact("b", "overrides: acme-cluster/pods"),
        ),
      },
      "products/ours.yaml",
      15,
      /already/,
    ],
    [
      "an override that breaks a rule",
      { "products/ours.yaml": product(fact("a", "overrides: acme-cluster/pods").replace("2026-01", "2027-01")) },
      "products/ours.yaml",
      9,
      /future/,
    ],
    [
      "a public product's id",
      { "products/acme-cluster.yaml": product(fact("a")).replace("id: ours", "id: acme-cluster") },
      "products/acme-cluster.yaml",
      1,
      /twice/,
    ],
    [
      "a public product's name",
      { "products/ours.yaml": product(fact("a")).replace("name: Ours", "name: Acme") },
      "products/ours.yaml",
      2,
      /goes by this name/,
    ],
    [
      "an exception that is not needed",
      { "networks.yaml": network(), "exceptions.yaml": "exceptions:\n  - { rule: a, subject: b, reason: c }\n" },
      "exceptions.yaml",
      2,
      /finds nothing/,
    ],
  ])("names %s, in the overlay", async (_name, overlay, file, line, words) => {
    const [problem] = await problemsOf(overlay);
    expect(problem).toMatchObject({ file: `overlay:${file}`, line });
    expect(problem?.problem).toMatch(words);
  });

  it("names an empty overlay", async () => {
    expect(await problemsOf({ "readme.txt": "" })).toMatchObject([{ problem: "There is nothing in this overlay." }]);
  });

  it("names a problem of the public knowledge once, and there", async () => {
    const text = (soundKnowledge["products/acme-cluster.yaml"] ?? "").replace("2026-01-02", "2027-01-02");
    const found = await problemsOf(
      { "networks.yaml": network() },
      { ...soundKnowledge, "products/acme-cluster.yaml": text },
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.file).toMatch(/^\/.*products\/acme-cluster\.yaml$/);
  });

  it("lets no public file override anything", async () => {
    const text = (soundKnowledge["products/acme-cluster.yaml"] ?? "").replace(
      "    claim:",
      "    overrides: a/b\n    claim:",
    );
    expect(
      await problemsOf({ "networks.yaml": network() }, { ...soundKnowledge, "products/acme-cluster.yaml": text }),
    ).toMatchObject([{ where: "facts[0].overrides" }]);
  });

  it("throws where the overlay is not there", () =>
    withFolder(soundKnowledge, (folder) => {
      const load = () => loadViews({ folder, overlay: "/nowhere/overlay" }, TODAY);
      expect(load).toThrow(expect.objectContaining({ code: "knowledge-missing" }));
      expect(load).toThrow(/\/nowhere\/overlay/);
    }));
});
