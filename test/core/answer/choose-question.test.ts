import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  askForDetails,
  askForRanges,
  askWhereItFails,
  chooseQuestion,
  lacksDetails,
} from "../../../src/core/answer/choose-question.ts";
import { composeFrom } from "../../../src/core/answer/compose-from.ts";
import { rankCandidates } from "../../../src/core/answer/select/rank-candidates.ts";
import type { AskedAttribute } from "../../../src/core/question/asked/asked-attribute.ts";
import type { NamedProduct } from "../../../src/core/question/reading.ts";
import type { Subject } from "../../../src/core/question/subject.ts";
import type { Topic } from "../../../src/core/question/topic.ts";
import { rangeClaim, sampleFact, sampleProduct } from "../../support/sample-knowledge.ts";
import {
  named,
  sampleKnowledge,
  sampleProducts,
  sampleReading,
  sampleSituation,
  subjectAt,
} from "./sample-situation.ts";

const knowledge = sampleKnowledge();

function question(subjects: readonly Subject[], products: readonly NamedProduct[] = [], known = knowledge) {
  const reading = sampleReading({ subjects, products });
  return chooseQuestion(
    subjects.map((subject) => rankCandidates(subject, known, products)),
    reading,
    known,
  );
}

function askedBefore(...attributes: readonly AskedAttribute[]) {
  return { attributes: new Set(attributes), replies: [] };
}

describe("chooseQuestion", () => {
  test("asks where it runs, and offers the products that use the address, the best known first, and a way out", () => {
    const asked = question([subjectAt("100.64.3.7")]);
    expect(asked?.text).toMatch(/^Where does this run.*\?/);
    expect(asked?.options).toEqual(["Harbour Kubernetes", "Tailnet", "Junction", "something else"]);
  });

  test.each(["harbour", "tailnet", "weft", "docks"])("never asks where it runs when the thread says %s", (product) => {
    expect(question([subjectAt("100.64.3.7")], [named(product)])).toBeUndefined();
    expect(question([subjectAt("100.64.3.7")], [named(product, { inThread: true })])).toBeUndefined();
  });

  test("that it is Kubernetes does not say where it runs", () => {
    expect(question([subjectAt("100.64.3.7")], [named("kubernetes")])).toBeDefined();
  });

  test.each(["8.8.8.8", "10.20.1.1", "172.17.0.9"])(
    "with one meaning or none there is nothing to ask: %s",
    (address) => {
      expect(question([subjectAt(address)])).toBeUndefined();
    },
  );

  test("the first subject with several meanings decides", () => {
    expect(question([subjectAt("8.8.8.8"), subjectAt("100.66.0.1"), subjectAt("100.64.3.7")])?.options).toHaveLength(4);
  });

  test("a list of many stays one that can be read", () => {
    const many = Array.from({ length: 9 }, (_, i) =>
      sampleProduct(`p${i}`, { facts: [sampleFact(`p${i}/pods`, { claim: rangeClaim("pod", "10.77.0.0/16") })] }),
    );
    const options = question([subjectAt("10.77.0.1")], [], sampleKnowledge({ products: many }))?.options ?? [];
    expect(options).toHaveLength(6);
    expect(options.at(-1)).toBe("something else");
  });

  test("a product that only inherits the range is not offered beside the one it has it from", () => {
    const heir = sampleProduct("heir", {
      kind: "distribution",
      buildsOn: ["base"],
      facts: [sampleFact("heir/pods", { claim: rangeClaim("pod", "10.77.0.0/16") })],
    });
    const base = sampleProduct("base", {
      facts: [sampleFact("base/pods", { claim: rangeClaim("pod", "10.77.0.0/16") })],
    });
    expect(question([subjectAt("10.77.0.1")], [], sampleKnowledge({ products: [heir, base] }))).toBeUndefined();
  });

  test.each<[string, Parameters<typeof sampleReading>[0], string | undefined]>([
    [
      "what was asked before is not asked again",
      { asked: askedBefore("place") },
      "What kind of place does this run in?",
    ],
    ["nor what the thread says", { asked: askedBefore("place"), text: "our VPN" }, undefined],
    ["nothing is left to ask", { asked: askedBefore("place", "kind") }, undefined],
  ])("%s", (_, more, expected) => {
    const subjects = [subjectAt("100.64.3.7")];
    const candidates = subjects.map((subject) => rankCandidates(subject, knowledge, []));
    expect(chooseQuestion(candidates, sampleReading({ subjects, ...more }), knowledge)?.text).toBe(expected);
  });

  test("whatever the thread names, an answer never asks where it runs", () => {
    const places = sampleProducts.filter(({ kind }) => kind !== "kubernetes").map(({ id }) => id);
    const addresses = ["100.64.3.7", "100.70.0.1", "10.20.1.1", "172.17.0.1", "8.8.8.8", "100.64.0.0/10"];
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.subarray(addresses), fc.boolean(), (product, written, inThread) => {
        const subjects = written.map((text) => subjectAt(text));
        const reading = sampleReading({
          subjects,
          products: [named(product, { inThread })],
          topics: ["what-is-address"],
        });
        expect(composeFrom(sampleSituation({ reading })).ask?.text ?? "").not.toMatch(/Where does/);
      }),
    );
  });
});

describe("askWhereItFails", () => {
  test.each<[string, Parameters<typeof sampleReading>[0], boolean]>([
    ["something fails, nobody knows where", { text: "my load balancer is stuck" }, true],
    ["that it is Kubernetes does not say where", { text: "dns is broken", products: [named("kubernetes")] }, true],
    ["the place is named", { text: "my load balancer is stuck", products: [named("harbour")] }, false],
    ["it was asked before", { text: "it is broken", asked: askedBefore("place") }, false],
    ["nothing fails", { text: "which range has a Service?" }, false],
  ])("%s", (_, more, asks) => {
    expect(askWhereItFails(sampleReading(more), knowledge) !== undefined).toBe(asks);
  });
});

describe("askForRanges", () => {
  test.each<[string, Parameters<typeof sampleReading>[0], boolean]>([
    ["a range that is only spoken of", { text: "is our new subnet ok with the vpn?" }, true],
    ["two that may collide", { text: "does the pod range overlap with the office?" }, true],
    ["it is written out", { text: "is our subnet ok?", subjects: [subjectAt("10.0.0.0/16")] }, false],
    ["it was asked before", { text: "is our subnet ok?", asked: askedBefore("ranges") }, false],
    ["nothing is to be judged", { text: "which range has our subnet?" }, false],
  ])("%s", (_, more, asks) => {
    expect(askForRanges(sampleReading(more)) !== undefined).toBe(asks);
  });
});

describe("lacksDetails", () => {
  test.each<[string, readonly Topic[], readonly string[], boolean]>([
    ["something does not work, and that is all", ["connectivity"], [], true],
    ["how and why it does not work", ["connectivity", "how-it-works"], [], true],
    ["an address says where", ["connectivity"], ["10.0.0.1"], false],
    ["a network says where", ["connectivity"], ["10.0.0.0/16"], false],
    ["a topic says what about", ["connectivity", "network-policy"], [], false],
    ["nothing is broken", ["how-it-works"], [], false],
    ["nothing is said at all", [], [], false],
  ])("%s", (_, topics, addresses, expected) => {
    const subjects = addresses.map((address) => subjectAt(address));
    expect(lacksDetails(sampleReading({ topics, subjects }))).toBe(expected);
  });

  test("an address with its end left out says where only with a product, or where it is what is asked about", () => {
    const subjects = [subjectAt("150.45.0.0/16", { written: "150.45.x.x" })];
    const topics: Topic[] = ["connectivity"];
    expect(lacksDetails(sampleReading({ topics, subjects }))).toBe(true);
    expect(lacksDetails(sampleReading({ topics, subjects, products: [named("harbour")] }))).toBe(false);
    expect(lacksDetails(sampleReading({ topics: [...topics, "what-is-address"], subjects }))).toBe(false);
  });

  test("a host name says where too", () => {
    const hostnames = [
      { value: { name: "db.example.org" }, text: "db.example.org", start: 0, end: 14, reason: "name" },
    ];
    expect(lacksDetails(sampleReading({ topics: ["connectivity"], hostnames }))).toBe(false);
  });
});

describe("askForDetails", () => {
  test("asks for addresses and ranges, and for the place only where nobody has named it", () => {
    expect(askForDetails(sampleReading()).text).toMatch(/^Where does it run\b.*\baddresses\b.*\?$/);
    expect(askForDetails(sampleReading({ products: [named("harbour")] })).text).not.toMatch(/where does it run/i);
  });
});
