import { describe, expect, it } from "@jest/globals";
import { buildKnowledge } from "../../../src/core/knowledge/knowledge.ts";
import { buildRegistry } from "../../../src/core/network/registry.ts";
import { runKnowledge } from "../../../src/surfaces/cli/run-knowledge.ts";
import type { GoldenQuestions } from "../../../src/surfaces/cli/run-knowledge-diff.ts";
import { recordingIo } from "../../support/recording-io.ts";
import { rangeClaim, sampleArticle, sampleFact, sampleProduct } from "../../support/sample-knowledge.ts";
import { sampleAnswer } from "../../support/sample-question.ts";

const acme = sampleProduct("acme", {
  name: "Acme",
  aliases: ["the acme"],
  facts: [
    sampleFact("acme/wide", { claim: rangeClaim("pod", "10.0.0.0/8") }),
    sampleFact("acme/narrow", {
      claim: rangeClaim("node", "10.1.0.0/16"),
      configurableBy: { option: "node_cidr", when: "creation" },
      appliesTo: { since: "1.30" },
    }),
  ],
});
const knowledge = buildKnowledge({
  version: "2026.1.2",
  registry: buildRegistry([]),
  products: [acme, sampleProduct("other", { facts: [] })],
  articles: [sampleArticle("an-article")],
});

/** The version before: one fact fewer, and the other one with another range. */
const older = buildKnowledge({
  version: "2025.12.1",
  registry: buildRegistry([]),
  products: [
    sampleProduct("acme", {
      facts: [sampleFact("acme/wide", { claim: rangeClaim("pod", "10.0.0.0/9") }), sampleFact("acme/gone")],
    }),
  ],
  articles: [],
});

type Act = Parameters<typeof runKnowledge>[0];

/** One question, whose answer follows from the version. */
const golden: GoldenQuestions = {
  folder: "cases",
  count: 1,
  answer: async ({ version }) => new Map([["which", sampleAnswer({ details: [{ text: version, evidence: [] }] })]]),
};

async function run(
  command: Omit<Act, "name" | "json"> & { json?: boolean; [more: string]: unknown },
  problems: string[] = [],
  openGolden: (folder?: string) => GoldenQuestions = () => golden,
) {
  const terminal = recordingIo();
  const whole = { name: "knowledge", json: false, ...command } as Act;
  const done = runKnowledge(whole, terminal.io, {
    load: (folder) => ({ knowledge: folder ? older : knowledge, problems }),
    openGolden,
    today: "2026-01-12",
  });
  const code = await done.then(
    () => "ok",
    (error) => error.code,
  );
  return { ...terminal, code };
}

describe("knowledge check", () => {
  it("counts what there is", async () => {
    const { printed, code } = await run({ act: "check" });
    expect(code).toBe("ok");
    expect(printed).toEqual(["version 2026.1.2, products 2, facts 2, articles 1, registryRows 0, problems 0"]);
  });

  it("prints every problem and fails", async () => {
    const { printed, code } = await run({ act: "check" }, ["a.yaml:1 bad", "b.yaml:2 bad"]);
    expect(code).toBe("knowledge-broken");
    expect(printed).toEqual(["a.yaml:1 bad", "b.yaml:2 bad", expect.stringContaining("problems 2")]);
  });

  it("prints one object with the problems for a program", async () => {
    const { records, code } = await run({ act: "check", json: true }, ["a.yaml:1 bad"]);
    expect(code).toBe("knowledge-broken");
    expect(records()).toEqual([
      { version: "2026.1.2", products: 2, facts: 2, articles: 1, registryRows: 0, problems: ["a.yaml:1 bad"] },
    ]);
  });
});

describe("knowledge list, show and find", () => {
  it("lists products, a line each", async () => {
    const { printed } = await run({ act: "list" });
    expect(printed).toEqual(["acme  Acme (cni), 2 facts", "other  other (cni), 0 facts"]);
  });

  it.each([
    [
      "a product",
      "acme",
      { product: "acme", aliases: ["the acme"], facts: [{ fact: "acme/wide" }, { fact: "acme/narrow" }] },
    ],
    [
      "a fact",
      "acme/narrow",
      { fact: "acme/narrow", role: "node", cidrs: ["10.1.0.0/16"], appliesTo: { since: "1.30" } },
    ],
    ["an article", "an-article", { article: "an-article", statements: [{ text: "Something is so." }] }],
  ])("shows %s", async (_name, id, expected) => {
    expect((await run({ act: "show", id })).records()).toMatchObject([expected]);
  });

  it("finds the facts that hold an address, the most specific first", async () => {
    const { records } = await run({ act: "find", address: "10.1.2.3", json: true });
    expect(records()).toMatchObject([
      [
        { fact: "acme/narrow", cidr: "10.1.0.0/16", configurableBy: { option: "node_cidr" } },
        { fact: "acme/wide", cidr: "10.0.0.0/8", configurableBy: null },
      ],
    ]);
  });

  it.each(["acme", "Acme", "the acme"])("takes %s for the product", async (product) => {
    const { records } = await run({ act: "find", address: "10.9.9.9", product, json: true });
    expect(records()).toMatchObject([[{ fact: "acme/wide", product: "acme" }]]);
  });

  it("prints what it finds for a person, with the sources", async () => {
    const { printed } = await run({ act: "find", address: "10.9.9.9" });
    expect(printed).toEqual(["10.0.0.0/8  acme/wide: What acme/wide says. (A page)"]);
  });

  it("says so where nothing is found", async () => {
    expect((await run({ act: "find", address: "192.0.2.1" })).printed).toEqual(["No fact holds 192.0.2.1."]);
    expect((await run({ act: "find", address: "10.1.2.3", product: "other", json: true })).records()).toEqual([[]]);
  });

  it.each([
    ["an id that is not there", { act: "show", id: "nothing" }],
    ["what is no address", { act: "find", address: "10.0.0.0/8" }],
    ["a product that is not there", { act: "find", address: "10.0.0.1", product: "gke" }],
  ] as const)("refuses %s", async (_name, command) => {
    expect((await run(command)).code).toBe("bad-input");
  });

  it("does not pass broken knowledge off as whole", async () => {
    const { complaints, printed } = await run({ act: "list" }, ["a.yaml:1 bad"]);
    expect(complaints).toEqual([expect.stringContaining("knowledge check")]);
    expect(printed).toHaveLength(2);
  });
});

describe("knowledge stats", () => {
  it("prints a line a count, and one object for a program", async () => {
    const { printed } = await run({ act: "stats" });
    expect(printed).toContain("facts: 2");
    expect(printed).toContain("factsByClaim: range 2, address 0, behaviour 0");
    const { records } = await run({ act: "stats", json: true });
    expect(records()).toMatchObject([{ products: 2, facts: 2, articles: 1, factsWithoutSource: 0 }]);
  });
});

describe("knowledge diff", () => {
  const none = (folder = "cases"): GoldenQuestions => ({ folder, count: 0, answer: async () => new Map() });

  it("names what was added, removed and changed since an older folder, and how golden answers differ", async () => {
    const { printed } = await run({ act: "diff", folder: "older" });
    expect(printed).toEqual([
      "added acme/narrow",
      "removed acme/gone",
      "changed acme/wide",
      "another answer to which",
      "  - 2025.12.1",
      "  + 2026.1.2",
      "2025.12.1 to 2026.1.2: 1 added, 1 removed, 1 changed; 1 of 1 golden questions with another answer",
    ]);
  });

  it("prints one object for a program", async () => {
    const { records } = await run({ act: "diff", folder: "older", json: true });
    expect(records()).toEqual([
      {
        from: "2025.12.1",
        to: "2026.1.2",
        added: ["acme/narrow"],
        removed: ["acme/gone"],
        changed: ["acme/wide"],
        golden: { questions: 1, changed: [{ question: "which", difference: ["- 2025.12.1", "+ 2026.1.2"] }] },
      },
    ]);
  });

  it("says where there are no golden questions, in the folder that was named", async () => {
    const { printed } = await run({ act: "diff", folder: "older", golden: "mine" }, [], none);
    expect(printed.at(-1)).toMatch(/1 changed; no golden questions in mine, --golden FOLDER names another$/);
  });

  it("does not pass a broken older version off as whole", async () => {
    const { complaints } = await run({ act: "diff", folder: "older" }, ["a.yaml:1 bad"]);
    expect(complaints).toEqual([
      expect.stringMatching(/^Part of the knowledge is broken .*knowledge check/),
      expect.stringMatching(/^Part of older is broken .*EXPLAIN_IP_KNOWLEDGE=older explain-ip knowledge check/),
    ]);
  });
});
