import { describe, expect, test } from "@jest/globals";
import { describeNotation, isInvalid } from "../../../../../src/core/answer/describe/computed/describe-notation.ts";
import type { NotationFinding } from "../../../../../src/core/question/entities.ts";
import { noEntities, sampleReading, sampleSituation } from "../../sample-situation.ts";

function finding(kind: NotationFinding["kind"], text: string = kind): NotationFinding {
  return { kind, text, start: 0, end: text.length, explanation: `${text} is odd.` };
}

function notation(...findings: readonly NotationFinding[]) {
  return notationIn("", ...findings);
}

function notationIn(text: string, ...findings: readonly NotationFinding[]) {
  return describeNotation(sampleSituation({ reading: sampleReading({ text, entities: { ...noEntities, findings } }) }));
}

const kinds = Object.keys(isInvalid).filter((kind): kind is NotationFinding["kind"] => kind in isInvalid);

describe("describeNotation", () => {
  test("repeats the explanation of each finding but those that go without saying", () => {
    for (const kind of kinds) {
      const expected = kind === "wildcard-read-as-cidr" || kind === "short-block" ? [] : [`${kind} is odd.`];
      expect(notation(finding(kind)).map(({ text }) => text)).toEqual(expected);
    }
  });

  test("a block without its last octets is explained where something refused it", () => {
    expect(notationIn("Invalid value: 192.168.10/24", finding("short-block"))).toHaveLength(1);
    expect(notationIn("all of 10/8", finding("short-block"))).toHaveLength(0);
  });

  test("what is no address comes before what is merely ambiguous", () => {
    const [ambiguous, invalid] = notation(finding("host-bits-set"), finding("octet-over-255"));
    expect(invalid?.priority ?? 0).toBeLessThan(ambiguous?.priority ?? 0);
  });

  test("a paste full of slips does not fill the answer", () => {
    expect(notation(...Array.from({ length: 9 }, (_, i) => finding("octet-over-255", `30${i}.1.1.1`)))).toHaveLength(3);
  });
});
