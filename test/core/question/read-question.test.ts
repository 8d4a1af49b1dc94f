import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { formatCidr } from "../../../src/core/network/cidr.ts";
import type { Question } from "../../../src/core/question/question.ts";
import { readQuestion } from "../../../src/core/question/read-question.ts";
import { buildProductLexicon } from "../../../src/core/question/recognise-products.ts";
import { sampleQuestion } from "../../support/sample-question.ts";

const lexicon = buildProductLexicon(["harbour", "weft", "docks"].map((product) => ({ phrase: product, product })));

/** Reads the last of the messages, those before it being the thread; `bot:` marks our own. */
function read(messages: readonly string[], more: Partial<Question> = {}) {
  const thread = messages
    .slice(0, -1)
    .map((text) => (text.startsWith("bot:") ? { text: text.slice(4), fromBot: true } : { text }));
  return readQuestion(sampleQuestion("q", { text: messages.at(-1) ?? "", thread, ...more }), lexicon);
}

const subjects = (...messages: readonly string[]) => read(messages).subjects.map(({ written }) => written);
const products = (...messages: readonly string[]) => read(messages).products.map(({ product }) => product);

describe("the subjects of a thread", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["in the order they are written", ["10.0.0.2, then 10.0.0.1"], ["10.0.0.2", "10.0.0.1"]],
    [
      "the newest message first",
      ["What is 10.0.0.1?", "And 10.0.0.2?", "And 10.0.0.3?"],
      ["10.0.0.3", "10.0.0.2", "10.0.0.1"],
    ],
    ["each once", ["What is 10.0.0.1?", "I mean 10.0.0.1, also 10.0.0.1"], ["10.0.0.1"]],
    ["once in whatever notation", ["100.64.x.x", "What is 100.64.0.0/16?"], ["100.64.0.0/16"]],
    ["none of our own", ["bot: 10.0.0.1 is private.", "thanks, and 10.0.0.2?"], ["10.0.0.2"]],
    [
      "addresses, blocks and ranges",
      ["10.0.0.1, 10.1.0.0/16 and 10.2.0.0-10.2.0.9"],
      ["10.0.0.1", "10.1.0.0/16", "10.2.0.0-10.2.0.9"],
    ],
    ["as the asker wrote them", ["What is 100.64.x.x?"], ["100.64.x.x"]],
    ["what a host name spells out", ["What is ip-10-0-1-23.ec2.internal?"], ["10.0.1.23"]],
    ["what lenient programs read", ["curl http://2852039166/ and http://0x7f.1/"], ["169.254.169.254", "127.0.0.1"]],
    ["nothing where they differ", ["ping 010.0.0.1"], []],
    ["none in a version number", ["We run Kubernetes v1.29.4, is that fine?"], []],
  ])("%s: %j", (_, messages, expected) => {
    expect(subjects(...messages)).toEqual(expected);
  });

  test("of what the thread alone names it is known", () => {
    expect(read(["10.0.0.1", "and 10.0.0.2"]).subjects.map(({ inThread }) => inThread)).toEqual([false, true]);
    expect(read(["10.0.0.1", "again 10.0.0.1"]).subjects.map(({ inThread }) => inThread)).toEqual([false]);
  });

  test.each<[string, readonly (string | undefined)[]]>([
    ["Requests come from 10.0.0.1", ["source"]],
    ["We connect to 10.0.0.1", ["destination"]],
    ["The server listens on 10.0.0.1", ["bound"]],
    ["10.0.0.1 is odd", [undefined]],
    ["Connections from 10.0.0.1; we connect to 10.0.0.2", ["source", "destination"]],
  ])("how they stand in the talk: %s", (text, directions) => {
    expect(read([text]).subjects.map(({ direction }) => direction)).toEqual(directions);
  });
});

describe("what else is read of a thread", () => {
  test("products, the newest message's first, each once, none of our own", () => {
    expect(products("We run harbour", "with weft, in harbour")).toEqual(["weft", "harbour"]);
    expect(products("bot: perhaps docks", "We run harbour")).toEqual(["harbour"]);
    expect(products("Not on docks but on harbour")).toEqual(["harbour"]);
    expect(read(["We run harbour", "and?"]).products).toMatchObject([{ inThread: true }]);
  });

  test("a product that was given leads, whatever the text says", () => {
    const { products: named } = read(["We run weft"], { product: "harbour" });
    expect(named.map(({ product }) => product)).toEqual(["harbour", "weft"]);
  });

  test("topics of the whole thread, the question's own first and each once", () => {
    const topics = read(["Do these ranges overlap?", "Which range is it, and is it documented?"]).topics.map(
      ({ topic }) => topic,
    );
    expect(new Set(topics).size).toBe(topics.length);
    expect(topics).toEqual(expect.arrayContaining(["which-range", "documented", "overlap"]));
    expect(topics.indexOf("overlap")).toBeGreaterThan(topics.indexOf("documented"));
  });

  test("host names with what they spell out, each once", () => {
    const { hostnames } = read(["see db.example.org", "db.example.org and app.10-0-0-1.nip.io"]);
    expect(hostnames.map(({ value }) => value.name)).toEqual(["db.example.org", "app.10-0-0-1.nip.io"]);
    expect(hostnames.map(({ value }) => value.encodes !== undefined)).toEqual([false, true]);
  });

  test("what the newest message wants, not what an older one wanted", () => {
    expect(read(["What is 10.0.0.1?", "thanks!"]).intent.kind).toBe("tell");
    expect(read(["thanks!", "What is 10.0.0.1?"]).intent.kind).toBe("ask");
    expect(read(["run kubectl delete pod x", "What is 10.0.0.1?"]).intent.kind).toBe("ask");
  });

  test("entities and findings are of the newest message alone", () => {
    expect(read(["300.1.1.1", "10.0.0.1"]).entities.findings).toEqual([]);
    expect(read(["10.0.0.1", "300.1.1.1"]).entities.findings).toHaveLength(1);
  });

  test("the text for matching words is what people wrote, the newest first", () => {
    expect(read(["one", "bot: two", "three"]).text).toBe("three\none");
  });
});

const anyMessage = fc
  .array(
    fc.constantFrom(
      "10.0.0.1",
      "10.0.0.2",
      "10.0.0.0/8",
      "harbour",
      "weft",
      "which range",
      "overlap",
      "from",
      "db.example.org",
    ),
    {
      maxLength: 6,
    },
  )
  .map((words) => words.join(" "));

test("no thread names anything twice, and what the newest message names comes before what it does not", () => {
  fc.assert(
    fc.property(fc.array(anyMessage, { minLength: 1, maxLength: 4 }), (messages) => {
      const reading = read(messages);
      const keys = [
        reading.subjects.map(({ block }) => formatCidr(block)),
        reading.products.map(({ product }) => product),
        reading.topics.map(({ topic }) => topic),
        reading.hostnames.map(({ value }) => value.name),
      ];
      for (const list of keys) expect(new Set(list).size).toBe(list.length);
      for (const list of [reading.subjects, reading.products]) {
        const flags = list.map(({ inThread }) => Number(inThread));
        expect(flags).toEqual(flags.toSorted((a, b) => a - b));
      }
    }),
  );
});
