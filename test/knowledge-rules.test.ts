import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { loadTexts } from "../src/adapters/files/load-knowledge.ts";
import { readFolder } from "../src/adapters/files/read-folder.ts";

const folder = join(import.meta.dirname, "..", "knowledge");
const texts = readFolder(folder);
const today = new Date().toISOString().slice(0, 10);
const memory = new Map();

const rules = readdirSync(join(import.meta.dirname, "..", "src/core/knowledge/rules"))
  .map((name) => name.replace(/\.ts$/, ""))
  .filter((name) => name !== "knowledge-rule");

const k3s = "products/k3s.yaml";
const article = "articles/cgnat-at-home.md";
const source = `sources:
      - { url: "https://example.org/a", title: A, locator: Ranges, kind: vendor-docs, checkedOn: 2026-11-01 }
`;
const fact = (id: string, statement: string, claim: string) =>
  `  - id: ${id}\n    statement: ${statement}\n    claim: { type: range, ${claim} }\n    ${source}`;

type Slip = readonly [rule: string, path: string, change: (text: string) => string];

/** One slip in the knowledge that ships for each rule that only this rule is there for. */
const slips: readonly Slip[] = [
  ["ids-are-unique", k3s, (text) => text.replace("- id: services\n", "- id: pods\n")],
  ["references-resolve", k3s, (text) => text.replace(/buildsOn: \[/, "buildsOn: [flanel, ")],
  ["builds-on-has-no-circle", "products/flannel.yaml", (text) => text.replace(/buildsOn: \[/, "buildsOn: [k3s, ")],
  ["aliases-do-not-collide", k3s, (text) => text.replace(/aliases: \[/, "aliases: [cilium, ")],
  ["aliases-are-not-ordinary-words", k3s, (text) => text.replace(/aliases: \[/, "aliases: [servers, ")],
  ["every-statement-has-a-source", article, (text) => text.replace(/ \[rfc6598\]/, "")],
  ["sources-are-well-formed", article, (text) => text.replace(/locator: .*/, "locator: page")],
  ["dates-are-sane", article, (text) => text.replace(/checkedOn: .*/, "checkedOn: 2999-01-01")],
  ["facts-are-fresh", article, (text) => text.replace(/checkedOn: .*/g, "checkedOn: 2001-01-01")],
  ["articles-can-be-reached", article, (text) => text.replace(/ {2}words: .*\n/, "")],
  ["articles-have-statements", article, (text) => text.replace("## Statements", "## Checks")],
  ["behaviours-are-whole", k3s, (text) => text.replace(/ {6}(?:source|destination)Becomes: .*\n/, "")],
  [
    "statements-hold-their-figures",
    k3s,
    (text) => text.replace(/cidrs: \["?10\.42\./, (found) => found.replace("42", "24")),
  ],
  ["roles-stand-in-statements", k3s, (text) => text.replace("role: pod", "role: service")],
  [
    "one-role-a-range",
    k3s,
    (text) => text + fact("again", "10.42.0.0/16 is taken.", "role: node, status: default, cidrs: [10.42.0.0/16]"),
  ],
  [
    "ranges-do-not-contradict-parents",
    "products/headscale.yaml",
    (text) => text + fact("more", "Devices get fd00:1::/48.", 'role: vpn, status: default, cidrs: ["fd00:1::/48"]'),
  ],
  ["products-are-told-apart", "products/rke2.yaml", (text) => text.replace(/^name: .*/m, "name: K3s for Data Centres")],
  // A public file cannot even be written so; the rule itself judges overlays, see load-views.test.ts.
  ["overrides-resolve", k3s, (text) => text.replace(/ {4}claim:\n/, "    overrides: cilium/gone\n    claim:\n")],
];

describe("each rule, by a slip in the knowledge that ships", () => {
  it("has its slip", () => {
    expect(slips.map(([rule]) => rule).toSorted()).toEqual(rules.toSorted());
  });

  it.each(slips)("%s", (rule, path, change) => {
    const before = texts.get(path) ?? "";
    const after = change(before);
    expect(after).not.toBe(before);
    const { problems } = loadTexts(folder, new Map(texts).set(path, after), today, memory);
    const places = problems.map(({ where }) => where ?? "");
    expect(places).toContainEqual(expect.stringContaining(rule === "overrides-resolve" ? ".overrides" : `[${rule}]`));
  });

  it("an exception that silences nothing", () => {
    const one = "exceptions:\n  - { rule: dates-are-sane, subject: k3s/pods, reason: None. }\n";
    const { problems } = loadTexts(folder, new Map(texts).set("exceptions.yaml", one), today, memory);
    expect(problems.map(({ where }) => where)).toContain("[exceptions-are-needed]");
  });
});
