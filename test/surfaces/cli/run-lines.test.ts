import { describe, expect, it } from "@jest/globals";
import type { ExplainRequest } from "../../../src/contract/explain-request.ts";
import { ExplainIpError } from "../../../src/errors.ts";
import type { Explain } from "../../../src/surfaces/cli/run-explain.ts";
import { runBatch, runClassify, runExtract } from "../../../src/surfaces/cli/run-lines.ts";
import { loadRegistry } from "../../support/load-registry.ts";
import { recordingIo } from "../../support/recording-io.ts";
import { sampleAnswer } from "../../support/sample-question.ts";

const noEntities = { addresses: [], cidrs: [], ranges: [], hostnames: [], products: [] };

/** Answers with the question itself, so that a test sees which answer belongs to which. */
const echo: Explain = async ({ question }) => ({
  answer: sampleAnswer({ summary: { text: question, evidence: [] } }),
  entities: noEntities,
});

async function batch(lines: readonly string[], explain: Explain = echo) {
  const terminal = recordingIo(lines);
  await runBatch(terminal.io, explain);
  return terminal.records();
}

describe("runBatch", () => {
  it("answers line by line in order, and goes on behind broken ones", async () => {
    const records = await batch([
      '{"id":1,"question":"first"}',
      "not json",
      '{"id":"b","question":7}',
      "",
      "   ",
      '{"id":3,"question":"third","unknown":"passed over"}',
      '{"question":"without id"}',
    ]);
    expect(records).toMatchObject([
      { id: 1, action: "answer", text: "first" },
      { error: { code: "bad-input" } },
      { id: "b", error: { code: "bad-input" } },
      { id: 3, text: "third" },
      { text: "without id" },
    ]);
    expect(records[1]).not.toHaveProperty("id");
    expect(records[4]).not.toHaveProperty("id");
  });

  it.each([
    ["an array", "[1]", ["the object: must be a JSON object, not [1]"]],
    ["a text", '"x"', ["the object: must be a JSON object"]],
    ["null", "null", ["the object: must be a JSON object, not null"]],
    ["no question", '{"id":1}', ["question: must be a text, not left out"]],
    ["an empty question", '{"question":""}', ["question: must not be empty"]],
    ["a question of spaces", '{"question":" \\n"}', ["question: must not be empty"]],
    [
      "several faults",
      '{"question":1,"thread":"x","addressed":"yes"}',
      ["question: ", "thread: must be a list of texts", 'addressed: must be true or false, not "yes"'],
    ],
    ["a message that is no text", '{"question":"a","thread":["a",5]}', ["thread.1: must be a text, not 5"]],
    ["an unknown surface", '{"question":"a","surface":"irc"}', ["surface: must be one of slack", 'not "irc"']],
    ["an id of another type", '{"id":{"a":1},"question":"a"}', ['id: must be a string or a number, not {"a":1}']],
    [
      "a question that is too long",
      JSON.stringify({ question: "a".repeat(200_001) }),
      ["question: must have at most 200000 characters"],
    ],
    [
      "too many messages",
      JSON.stringify({ question: "a", thread: Array(201).fill("b") }),
      ["thread: must have at most 200 messages"],
    ],
    ["broken JSON", '{"id":5,"question":"a"', ["not JSON", "one JSON object a line"]],
  ])("says what is wrong with %s, and what to do", async (_name, line, words) => {
    const [record] = await batch([line]);
    expect(record).toMatchObject({ error: { code: "bad-input" } });
    for (const word of words) expect(JSON.stringify(record).replaceAll('\\"', '"')).toContain(word);
  });

  it("shows only the beginning of a long value", async () => {
    const [record] = await batch([JSON.stringify({ question: 1, surface: "y".repeat(5_000) })]);
    expect(JSON.stringify(record).length).toBeLessThan(500);
  });

  it("hands over all that was asked, with its defaults", async () => {
    const seen: ExplainRequest[] = [];
    const keep: Explain = async (request) => {
      seen.push(request);
      return { answer: sampleAnswer(), entities: noEntities };
    };
    await batch(['{"question":"a"}', '{"question":"b","thread":["c"],"addressed":false,"provider":"gke"}'], keep);
    expect(seen).toEqual([
      { question: "a", thread: [], addressed: true },
      { question: "b", thread: ["c"], addressed: false, provider: "gke" },
    ]);
  });

  it("tells an error of the question from a fault of ours, without showing the fault", async () => {
    const failing: Explain = async ({ question }) => {
      if (question === "ours") throw new Error("secret detail");
      throw new ExplainIpError("bad-input", 'There is no product "x".', "Use one of a, b.");
    };
    const records = await batch(['{"id":1,"question":"ours"}', '{"id":2,"question":"theirs"}'], failing);
    expect(records).toMatchObject([
      { id: 1, error: { code: "internal" } },
      { id: 2, error: { code: "bad-input", message: 'There is no product "x". Use one of a, b.' } },
    ]);
    expect(JSON.stringify(records)).not.toContain("secret detail");
  });

  it("refuses a line beyond measure and goes on", async () => {
    const records = await batch([`{"question":"${"a".repeat(8_000_000)}"}`, '{"id":2,"question":"b"}']);
    expect(records).toMatchObject([{ error: { message: expect.stringContaining("too long") } }, { id: 2, text: "b" }]);
  });
});

describe("runExtract", () => {
  it("gives what each text names, canonical and once", async () => {
    const terminal = recordingIo([
      '{"id":"a","text":"10.1.2.3/16 and 10.1.0.0/16, 100.64.x.x, ::ffff:10.0.0.1, Example.COM., 10.0.0.5-20"}',
      '{"id":"b"}',
      '{"text":""}',
    ]);
    await runExtract(terminal.io, (text) => (text.includes("Example") ? ["gke", "gke"] : []));
    expect(terminal.records()).toEqual([
      {
        id: "a",
        entities: {
          addresses: ["10.1.2.3", "10.0.0.1"],
          cidrs: ["10.1.0.0/16", "100.64.0.0/16"],
          ranges: ["10.0.0.5-10.0.0.20"],
          hostnames: ["example.com"],
          products: ["gke"],
        },
      },
      { id: "b", error: { code: "bad-input", message: expect.stringContaining("text: must be a text, not left out") } },
      { entities: noEntities },
    ]);
  });
});

describe("runClassify", () => {
  const classify = async (...lines: readonly string[]) => {
    const terminal = recordingIo(lines);
    await runClassify(terminal.io, loadRegistry());
    return terminal.records();
  };

  it.each([
    [
      "100.64.3.7",
      {
        address: "100.64.3.7",
        scope: "shared-address-space",
        prefix: "100.64.0.0/10",
        rfc: "RFC 6598",
        globallyReachable: false,
      },
    ],
    [" 10.0.0.1\t", { address: "10.0.0.1", scope: "private-use", prefix: "10.0.0.0/8" }],
    ["8.8.8.8", { scope: "global", prefix: null, name: null, rfc: null, globallyReachable: true }],
    ["2001:DB8:0::1", { address: "2001:db8::1", scope: "documentation" }],
    ["fe80::1%eth0", { address: "fe80::1", scope: "link-local" }],
    ["[::1]", { error: { code: "bad-input" } }],
    ["::ffff:10.0.0.1", { scope: "ipv4-mapped", embeds: { kind: "ipv4-mapped", address: "10.0.0.1" } }],
    ["64:ff9b::a00:1", { embeds: { address: "10.0.0.1" } }],
    ["ff02::fb", { scope: "multicast", multicastScope: "link-local", globallyReachable: null }],
  ])("judges %s", async (line, expected) => {
    expect(await classify(line)).toMatchObject([expected]);
  });

  it.each(["1.2.3", "1.2.3.256", "010.0.0.1", "10.0.0.0/8", "fe80:::1", "12345::", "localhost", "１０.0.0.1"])(
    "names %s as no address and goes on",
    async (line) => {
      const [broken, sound] = await classify(line, "::1");
      expect(broken).toMatchObject({ error: { code: "bad-input", message: expect.stringContaining(`"${line}"`) } });
      expect(sound).toMatchObject({ scope: "loopback" });
    },
  );
});
