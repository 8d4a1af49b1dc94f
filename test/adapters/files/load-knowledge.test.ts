import { describe, expect, it } from "@jest/globals";
import { type FileProblem, formatFileProblem } from "../../../src/adapters/files/file-problem.ts";
import { loadKnowledge, loadSoundKnowledge, loadTexts } from "../../../src/adapters/files/load-knowledge.ts";
import { formatCidr } from "../../../src/core/network/cidr.ts";
import { soundKnowledge } from "../../support/sample-knowledge-files.ts";
import { withFolder } from "../../support/temporary-folder.ts";

const TODAY = "2026-06-01";
const product = "products/acme-cluster.yaml";
const article = "articles/pods-come-and-go.md";
const registry = "registries/private.yaml";
const manifest = "manifest.yaml";

/** The sound folder with one passage of one file replaced; a passage that is not there is a slip of the test. */
function broken(file: string, passage: string | RegExp, replacement: string): Record<string, string> {
  const text = soundKnowledge[file] ?? "";
  const changed = text.replace(passage, replacement);
  if (changed === text) throw new Error(`the test replaces ${passage}, which is not in ${file}`);
  return { ...soundKnowledge, [file]: changed };
}

/** The problems of a folder with these files, their paths relative to it. */
function problemsOf(files: Readonly<Record<string, string>>): Promise<FileProblem[]> {
  return withFolder(files, (folder) =>
    loadKnowledge(folder, TODAY).problems.map((found) => ({ ...found, file: found.file.slice(folder.length + 1) })),
  );
}

type Breach = readonly [
  name: string,
  file: string,
  passage: string | RegExp,
  replacement: string,
  line: number,
  where: string,
  words: readonly string[],
];

const shapes: readonly Breach[] = [
  ["YAML that is none", product, "name: Acme Cluster", "name: Acme: Cluster", 2, "", ["not YAML"]],
  ["a key given twice", product, "kind: managed", "name: Twice\nkind: managed", 3, "", ["unique"]],
  ["an unknown key", product, "    claim:", "    clam: 1\n    claim:", 8, "facts[0].clam", ["clam", "Unrecognized"]],
  ["two unknown keys", product, "aliases:", "a: 1\nb: 2\naliases:", 4, "a", ["Unrecognized"]],
  ["no name", product, "name: Acme Cluster\n", "", 1, "name", ["expected string"]],
  ["an unknown kind", product, "managed-kubernetes", "cluster", 3, "kind", ['"cluster"', '"cni"']],
  ["an id that is not kebab-case", product, "id: pods", "id: Pods_1", 6, "facts[0].id", ["kebab-case", "Pods_1"]],
  ["an alias without a letter", product, "[acme]", '[acme, "-"]', 4, "aliases[1]", ["letters or digits"]],
  [
    "a bad CIDR",
    product,
    "10.8.0.0/16, ",
    "10.8.0.0/33, ",
    12,
    "facts[0].claim.cidrs[0]",
    ["10.8.0.0/33", "not a CIDR"],
  ],
  ["host bits", product, "10.8.0.0/16, ", "10.8.1.0/16, ", 12, "facts[0].claim.cidrs[0]", ["write 10.8.0.0/16"]],
  ["a CIDR without a length", product, "10.8.0.0/16, ", "10.8.0.0, ", 12, "facts[0].claim.cidrs[0]", ["not a CIDR"]],
  [
    "IPv6 that is not RFC 5952",
    product,
    "fd00:8::/64",
    "FD00:0008::/64",
    12,
    "facts[0].claim.cidrs[1]",
    ["write fd00:8::/64"],
  ],
  ["a range without blocks or rule", product, /\[10.8.0.0\/16.*\]/, "[]", 9, "facts[0].claim", ["`rule`"]],
  ["a wrong role", product, "role: pod", "role: pods", 10, "facts[0].claim.role", ['"pods"', '"pod"']],
  ["a wrong status", product, "status: default", "status: usual", 11, "facts[0].claim.status", ['"usual"', '"former"']],
  [
    "a claim of no type",
    product,
    "type: range",
    "type: block",
    9,
    "facts[0].claim.type",
    ["range, address or behaviour"],
  ],
  ["a wrong flow", product, "pod-to-service", "pod-to-moon", 26, "facts[1].claim.flow", ['"pod-to-moon"']],
  [
    "a time of change that is none",
    product,
    "when: creation",
    "when: later",
    13,
    "facts[0].configurableBy.when",
    ['"later"'],
  ],
  [
    "a version that YAML reads as a number",
    product,
    '"1.30"',
    "1.30",
    15,
    "facts[0].appliesTo.since",
    ["quotes", "1.3"],
  ],
  [
    "a date that does not exist",
    product,
    "2026-01-02",
    "2026-02-30",
    21,
    "facts[0].sources[0].checkedOn",
    ["2026-02-30", "YYYY-MM-DD"],
  ],
  [
    "a date written another way",
    product,
    "2026-01-02",
    "2 January 2026",
    21,
    "facts[0].sources[0].checkedOn",
    ["YYYY-MM-DD"],
  ],
  [
    "an http source",
    product,
    "https://example.org/pods",
    "http://example.org/pods",
    17,
    "facts[0].sources[0].url",
    ["https"],
  ],
  [
    "a source without a locator",
    product,
    "        locator: Pod range\n",
    "",
    17,
    "facts[0].sources[0].locator",
    ["nothing"],
  ],
  ["a source of no kind", product, "vendor-docs", "blog", 20, "facts[0].sources[0].kind", ['"blog"', '"standard"']],
  ["a fact without the key sources", product, / {4}sources:\n( {6}.*\n)+/, "", 6, "facts[0].sources", ["nothing"]],
  [
    "an empty statement",
    product,
    "Pods get addresses from a range of their own.",
    '""',
    7,
    "facts[0].statement",
    ['""'],
  ],
  ["a file that is empty", product, /[\s\S]+/, "", 1, "", ["expected object", "null"]],
  ["another name than the id", product, "id: acme-cluster", "id: acme-cloud", 1, "id", ["acme-cloud.yaml"]],
  ["an article named otherwise", article, "id: pods-come-and-go", "id: pods", 1, "id", ["pods.md"]],
  ["an article with an unknown topic", article, "allow-inbound", "firewalls", 5, "when.topics[0]", ['"firewalls"']],
  [
    "an article with an unknown scope",
    article,
    "topics: [allow-inbound]",
    "scopes: [privat]",
    5,
    "when.scopes[0]",
    ['"privat"'],
  ],
  ["an article with an unknown key", article, "title: Pods come", "titel: x\ntitle: Pods come", 3, "titel", ["titel"]],
  ["a registry row of no scope", registry, "scope: private-use", "scope: private", 8, "rows[0].scope", ['"private"']],
  ["a registry row without RFCs", registry, "    rfcs: [RFC 1918]\n", "", 6, "rows[0].rfcs", ["expected array"]],
  ["a version of another format", manifest, "schemaVersion: 1", "schemaVersion: 2", 2, "schemaVersion", ["format 1"]],
  ["a knowledge version that YAML reads as a number", manifest, "2026.1.2", "2026.10", 1, "version", ["quotes"]],
];

const rules: readonly Breach[] = [
  [
    "a fact without sources",
    product,
    /sources:\n( {6}.*\n)+/,
    "sources: []\n",
    7,
    "acme-cluster/pods [every-statement-has-a-source]",
    ["Pods get addresses", "no source"],
  ],
  [
    "a date in the future",
    product,
    "2026-01-02",
    "2027-01-02",
    21,
    "acme-cluster/pods [dates-are-sane]",
    ["2027-01-02", "future"],
  ],
  [
    "a fact's id given twice",
    product,
    "id: to-services",
    "id: pods",
    22,
    "acme-cluster/pods [ids-are-unique]",
    ["twice"],
  ],
  [
    "a foundation that is not there",
    product,
    "facts:",
    "buildsOn: [acme-os]\nfacts:",
    5,
    "[references-resolve]",
    ["acme-os", "does not exist"],
  ],
  [
    "a product built on itself",
    product,
    "facts:",
    "buildsOn: [acme-cluster]\nfacts:",
    5,
    "[builds-on-has-no-circle]",
    ["itself"],
  ],
  [
    "half a behaviour",
    product,
    "      destinationBecomes: pod\n",
    "",
    22,
    "acme-cluster/to-services [behaviours-are-whole]",
    ["destination"],
  ],
  [
    "an article for a product that is not there",
    article,
    "topics: [allow-inbound]",
    "topics: [allow-inbound]\n  products: [gke]",
    6,
    "[references-resolve]",
    ["gke"],
  ],
  [
    "an article that nothing leads to",
    article,
    "topics: [allow-inbound]",
    "roles: [pod]",
    1,
    "[articles-can-be-reached]",
    ["topics", "words"],
  ],
  [
    "an item without a source",
    article,
    "by label. [pods]",
    "by label.",
    19,
    "[every-statement-has-a-source]",
    ["Allow callers by label."],
  ],
];

describe("loadKnowledge", () => {
  it("loads a sound folder whole", () =>
    withFolder(soundKnowledge, (folder) => {
      const { knowledge, problems } = loadKnowledge(folder, TODAY);
      expect(problems).toEqual([]);
      expect(knowledge.version).toBe("2026.1.2");
      expect(knowledge.registry.rows).toHaveLength(1);
      expect([...knowledge.facts.keys()]).toEqual(["acme-cluster/pods", "acme-cluster/to-services"]);
      expect(knowledge.products.get("acme-cluster")).toMatchObject({ aliases: ["acme"], buildsOn: [] });
      const pods = knowledge.facts.get("acme-cluster/pods");
      expect(pods?.claim.type === "range" && pods.claim.cidrs.map(formatCidr)).toEqual(["10.8.0.0/16", "fd00:8::/64"]);
      expect(pods).toMatchObject({ appliesTo: { since: "1.30" }, visibility: "public" });
      expect(knowledge.articles[0]?.statements).toMatchObject([{ text: "A pod's address ends with the pod." }]);
    }));

  it.each(shapes)("names %s with its line", async (_name, file, passage, replacement, line, where, words) => {
    const [problem, ...others] = await problemsOf(broken(file, passage, replacement));
    expect(problem).toMatchObject({ file, line });
    expect(problem?.where ?? "").toBe(where);
    expect(problem?.remedy).not.toBe("");
    for (const word of words) expect(formatFileProblem(problem ?? fail())).toContain(word);
    expect(others).toHaveLength(_name === "two unknown keys" ? 1 : 0);
  });

  it.each(rules)("names %s with its line and rule", async (_name, file, passage, replacement, line, where, words) => {
    const problems = await problemsOf(broken(file, passage, replacement));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file, line, where });
    for (const word of words) expect(formatFileProblem(problems[0] ?? fail())).toContain(word);
  });

  it("reads exceptions, and names one that is not needed with its line", async () => {
    const entry = (rule: string) =>
      `exceptions:\n  - rule: ${rule}\n    subject: acme-cluster/pods\n    reason: It is meant to be so.\n`;
    const future = broken(product, "2026-01-02", "2027-01-02");
    expect(await problemsOf({ ...future, "exceptions.yaml": entry("dates-are-sane") })).toEqual([]);
    expect(await problemsOf({ ...soundKnowledge, "exceptions.yaml": entry("dates-are-sane") })).toMatchObject([
      { file: "exceptions.yaml", line: 3, where: "[exceptions-are-needed]", value: "acme-cluster/pods" },
    ]);
  });

  it("parses a file again only when its text is another one", () =>
    withFolder(soundKnowledge, (folder) => {
      const memory = new Map();
      const texts = new Map(Object.entries(soundKnowledge));
      const first = loadTexts(folder, texts, TODAY, memory).knowledge;
      const edited = texts.set(article, (texts.get(article) ?? "").replace("come and go", "pass"));
      const second = loadTexts(folder, edited, TODAY, memory).knowledge;
      expect(second.facts.get("acme-cluster/pods")).toBe(first.facts.get("acme-cluster/pods"));
      expect(second.articles[0]?.title).toBe("Pods pass");
    }));

  it("names the problems of all files at once, and keeps what is sound", () =>
    withFolder(
      {
        ...soundKnowledge,
        "products/other.yaml": "id: other\nname: ''\nkind: nothing\nfacts: []\n",
        "articles/loose.md": "no front matter\n",
      },
      (folder) => {
        const { knowledge, problems } = loadKnowledge(folder, TODAY);
        expect(problems.map(({ file, where }) => [file.slice(folder.length + 1), where])).toEqual([
          ["products/other.yaml", "name"],
          ["products/other.yaml", "kind"],
          ["articles/loose.md", undefined],
        ]);
        expect([...knowledge.products.keys()]).toEqual(["acme-cluster"]);
        expect(knowledge.articles).toHaveLength(1);
      },
    ));

  it("does not report a reference to a product whose own file is broken", async () => {
    const files = broken(product, "facts:", "buildsOn: [other]\nfacts:");
    const problems = await problemsOf({ ...files, "products/other.yaml": "id: other\n" });
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(["products/other.yaml"]));
  });

  it.each([
    ["manifest.yaml", "manifest.yaml"],
    ["registries/private.yaml", "registries"],
  ])("does not take a folder without %s for knowledge", async (missing, file) => {
    const { [missing]: _, ...rest } = soundKnowledge;
    expect(await problemsOf(rest)).toMatchObject([{ file, problem: "This part of the knowledge is missing." }]);
  });

  it("reads files as other systems write them", async () => {
    const files = Object.entries(soundKnowledge).map(([path, text]) => [
      path,
      `\uFEFF${text.replaceAll("\n", "\r\n")}`,
    ]);
    await withFolder(Object.fromEntries(files), (folder) => {
      const { knowledge, problems } = loadKnowledge(folder, TODAY);
      expect(problems).toEqual([]);
      expect(knowledge.articles[0]?.statements).toMatchObject([{ text: "A pod's address ends with the pod." }]);
    });
  });

  it("passes over files of other kinds", async () => {
    const more = { "products/README.txt": "x", "articles/notes.yaml": "{", "products/old.yaml/x": "" };
    expect(await problemsOf({ ...soundKnowledge, ...more })).toEqual([]);
  });

  it("throws where there is no such folder", () => {
    const load = () => loadKnowledge("/nowhere/knowledge", TODAY);
    expect(load).toThrow(expect.objectContaining({ code: "knowledge-missing" }));
    expect(load).toThrow("/nowhere/knowledge");
  });
});

describe("loadSoundKnowledge", () => {
  it("gives the knowledge of a sound folder", () =>
    withFolder(soundKnowledge, (folder) => {
      expect(loadSoundKnowledge(folder, TODAY).version).toBe("2026.1.2");
    }));

  it("takes what has only grown old", () =>
    withFolder(soundKnowledge, (folder) => {
      expect(loadKnowledge(folder, "2099-01-01").problems.length).toBeGreaterThan(0);
      expect(loadSoundKnowledge(folder, "2099-01-01").version).toBe("2026.1.2");
    }));

  it("throws all problems in one error", () =>
    withFolder(broken(product, /2026-01-02/g, "2027-01-02"), (folder) => {
      const load = () => loadSoundKnowledge(folder, TODAY);
      expect(load).toThrow(expect.objectContaining({ code: "knowledge-broken" }));
      expect(load).toThrow(/has 2 problems:\n.*acme-cluster\.yaml:21 .*\n.*acme-cluster\.yaml:35 /);
    }));
});

function fail(): never {
  throw new Error("there is no problem");
}
