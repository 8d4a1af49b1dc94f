import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { describePassages } from "../../../../src/core/answer/describe/describe-passages.ts";
import type { Piece } from "../../../../src/core/answer/piece.ts";
import type { Article } from "../../../../src/core/knowledge/article.ts";
import type { Configurability } from "../../../../src/core/knowledge/fact.ts";
import { readQuestion } from "../../../../src/core/question/read-question.ts";
import type { Subject } from "../../../../src/core/question/subject.ts";
import { rangeClaim, sampleArticle, sampleFact, sampleItem, sampleProduct } from "../../../support/sample-knowledge.ts";
import { sampleQuestion } from "../../../support/sample-question.ts";
import { named, sampleKnowledge, sampleReading, sampleSituation, subjectAt } from "../sample-situation.ts";

const always = { topics: [], scopes: [], roles: [], products: [], words: [], hints: [] };

function articleWith(more: Partial<Article>): Article {
  return sampleArticle("guide", { when: always, statements: [], ...more });
}

const hostname = { value: { name: "db.example.org" }, text: "db.example.org", start: 0, end: 14, reason: "a name" };

function describeWith(article: Article, subjects: readonly Subject[] = [], names: readonly (typeof hostname)[] = []) {
  const reading = sampleReading({ subjects, hostnames: names });
  return describePassages(sampleSituation({ reading, knowledge: sampleKnowledge({ articles: [article] }) }));
}

const say = ({ slot, text, command }: Piece) => `${slot}: ${command ? `[${command}] ` : ""}${text}`;

describe("what an article says", () => {
  const guide = articleWith({
    statements: [sampleItem("Always so."), sampleItem("See {address}.")],
    steps: [sampleItem("Allow {cidr}.")],
    checks: [sampleItem("`ping {hostname}` shows it."), sampleItem("`ip addr`")],
  });

  test.each<[string, readonly Subject[], readonly (typeof hostname)[], readonly string[]]>([
    ["nothing to fill in", [], [], ["detail: Always so.", "check: [ip addr] Run:"]],
    [
      "an address",
      [subjectAt("10.0.0.1")],
      [],
      ["detail: Always so.", "detail: See 10.0.0.1.", "step: Allow 10.0.0.1/32.", "check: [ip addr] Run:"],
    ],
    [
      "a block is no address",
      [subjectAt("10.0.0.0/8")],
      [],
      ["detail: Always so.", "step: Allow 10.0.0.0/8.", "check: [ip addr] Run:"],
    ],
    [
      "a host name",
      [],
      [hostname],
      ["detail: Always so.", "check: [ping db.example.org] This shows it.", "check: [ip addr] Run:"],
    ],
    [
      "the first of several addresses",
      [subjectAt("fd00::1"), subjectAt("10.0.0.1")],
      [],
      ["detail: Always so.", "detail: See fd00::1.", "step: Allow fd00::1/128.", "check: [ip addr] Run:"],
    ],
  ])("with %s", (_, subjects, names, expected) => {
    expect(describeWith(guide, subjects, names).map(say).toSorted()).toEqual(expected.toSorted());
  });

  test("a piece rests on the item it was filled from, with that item's sources", () => {
    const [piece] = describeWith(articleWith({ steps: [sampleItem("Allow {cidr}.")] }), [subjectAt("10.0.0.0/8")]);
    expect(piece?.evidence).toEqual([
      { id: "article:guide#1", kind: "article", statement: "Allow 10.0.0.0/8.", sources: sampleItem().sources },
    ]);
  });

  test("what an article says first comes before what it says second", () => {
    const pieces = describeWith(
      articleWith({ statements: [sampleItem("One."), sampleItem("Two."), sampleItem("Three.")] }),
    );
    const inOrder = pieces.toSorted((a, b) => a.priority - b.priority).map(({ text }) => text);
    expect(inOrder).toEqual(["One.", "Two.", "Three."]);
  });

  test("what an article of an overlay says is marked as private", () => {
    const secret = articleWith({ visibility: "private", statements: [sampleItem("Ours alone.")] });
    expect(describeWith(secret).map(({ evidence }) => evidence[0]?.isPrivate)).toEqual([true]);
    expect(describeWith(articleWith({ statements: [sampleItem("Known.")] }))[0]?.evidence[0]).not.toHaveProperty(
      "isPrivate",
    );
  });

  test.each(["{address}.$&.example.org", "*.example.org", "-x.example.org", "a b"])(
    "a name that is not one plain word, as %s, fills nothing in",
    (name) => {
      const odd = { ...hostname, value: { name } };
      const guide = articleWith({ statements: [sampleItem("See {hostname}."), sampleItem("Without a name.")] });
      expect(describeWith(guide, [], [odd]).map(({ text }) => text)).toEqual(["Without a name."]);
      const said = describeWith(guide, [], [odd, hostname]).map(({ text }) => text);
      expect(said).toContain(`See ${hostname.value.name}.`);
    },
  );
});

const hostile = [
  ..."; | & && || $ ( ) $( ` < > ' \" \\ { } * ? ~ # ! % ^ = \n \r \t \u0000 \u202e \u200b - -- @ / : .".split(" "),
  ...["rm -rf /", "$(reboot)", "`id`", "-oProxyCommand=x", "--exec", "$IFS", "%0a", "\\n"],
];
const pasted = fc
  .array(
    fc.oneof(
      fc.constantFrom(...hostile),
      fc.constantFrom("10.0.0.1", "fd00::1", "10.0.0.0/8", "fe80::1%eth0", "db.example.org", "a.svc.cluster.local"),
      fc.constantFrom("ip-10-0-1-23.ec2.internal", "10-0-0-1.nip.io", "xn--bcher-kva.example", "_srv._tcp.example.com"),
      fc.domain(),
      fc.ipV4(),
      fc.ipV6(),
      fc.string({ unit: "grapheme", maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .chain((parts) => fc.constantFrom("", " ", "-", ".").map((between) => parts.join(between)));

describe("what people paste", () => {
  const guide = articleWith({
    checks: [sampleItem("`A {address} Z` a"), sampleItem("`A {cidr} Z` c"), sampleItem("`A {hostname} Z` h")],
  });
  const knowledge = sampleKnowledge({ articles: [guide] });

  test("reaches a command only as one plain word that no shell and no option parser acts on", () => {
    fc.assert(
      fc.property(pasted, (text) => {
        const question = sampleQuestion("q", { text });
        const pieces = describePassages(
          sampleSituation({ question, reading: readQuestion(question, new Map()), knowledge }),
        );
        for (const { command = "" } of pieces.filter(({ slot }) => slot === "check"))
          expect(command).toMatch(/^A [\p{L}\p{M}\p{N}_:][\p{L}\p{M}\p{N}_.:/-]* Z$/u);
      }),
      { numRuns: 1000 },
    );
  });

  test("the addresses in it do come through", () => {
    const question = sampleQuestion("q", { text: "`10.0.0.1`; rm -rf /" });
    const pieces = describePassages(
      sampleSituation({ question, reading: readQuestion(question, new Map()), knowledge }),
    );
    const commands = pieces.filter(({ slot }) => slot === "check").map(({ command }) => command);
    expect(commands).toEqual(["A 10.0.0.1 Z", "A 10.0.0.1/32 Z"]);
  });
});

describe("what a fact says", () => {
  test.each<[Configurability, string, string]>([
    [{ option: "--cidr", when: "creation" }, "Pods are here.", "Pods are here. Set by `--cidr`, only at creation."],
    [{ option: "--cidr", when: "any-time" }, "Pods are here.", "Pods are here. Set by `--cidr`."],
    [{ option: "--cidr", when: "never" }, "Pods are here.", "Pods are here. It cannot be changed."],
    [
      { option: "--cidr", when: "creation" },
      "Pods are here unless --cidr is set.",
      "Pods are here unless --cidr is set.",
    ],
  ])("%j after %s, where ranges are asked for", (configurableBy, statement, expected) => {
    const own = sampleFact("own/pods", { statement, configurableBy, claim: rangeClaim("pod", "10.8.0.0/16") });
    const knowledge = sampleKnowledge({ products: [sampleProduct("own", { facts: [own] })] });
    const said = (topics: readonly ("which-range" | "hairpin")[]) => {
      const reading = sampleReading({ topics, products: [named("own")], text: "pods here" });
      return describePassages(sampleSituation({ reading, knowledge })).map(({ text }) => text);
    };
    expect(said(["which-range"])).toEqual([expected]);
    expect(said(["hairpin"]).filter((text) => text !== statement)).toEqual([]);
  });
});
