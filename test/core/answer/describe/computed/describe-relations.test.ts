import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { describeRelations } from "../../../../../src/core/answer/describe/computed/describe-relations.ts";
import { cidrContainsCidr, formatCidr, isSameCidr } from "../../../../../src/core/network/cidr.ts";
import { crowdedCidr } from "../../../../support/network-arbitraries.ts";
import { sampleReading, sampleSituation, subjectAt } from "../../sample-situation.ts";

function relations(written: readonly string[], isOverlapAsked = false): string[] {
  const subjects = written.map((text) => subjectAt(text));
  const reading = sampleReading({ subjects, topics: isOverlapAsked ? ["overlap"] : [] });
  return describeRelations(sampleSituation({ reading })).map(({ text }) => text);
}

/** Without how far an uneven block reaches: "10.0.128.0/17 (10.0.128.0 to 10.0.255.255)". */
function withoutEnds(told: string): string {
  return told.replace(/ \([^)]*\)/, "");
}

describe("describeRelations", () => {
  test.each<[readonly string[], readonly string[]]>([
    [["10.244.3.9", "10.244.0.0/16"], ["`10.244.3.9` lies inside 10.244.0.0/16."]],
    [["10.244.0.0/16", "10.244.3.9"], ["`10.244.3.9` lies inside 10.244.0.0/16."]],
    [["10.61.0.0/16", "10.61.0.10"], ["`10.61.0.10` lies inside 10.61.0.0/16, as its tenth address."]],
    [
      ["10.61.0.0/16", "10.61.0.0"],
      ["`10.61.0.0` is the network address of 10.61.0.0/16: its hosts begin at 10.61.0.1."],
    ],
    [
      ["10.0.4.0/22", "10.0.7.255"],
      ["`10.0.7.255` is the broadcast address of 10.0.4.0/22: its hosts end at 10.0.7.254."],
    ],
    [["10.0.4.0/31", "10.0.4.0"], ["`10.0.4.0` lies inside 10.0.4.0/31."]],
    [["fd00:10::/32", "fd00:10::"], ["`fd00:10::` lies inside fd00:10::/32."]],
    [["10.0.0.0/8", "10.0.128.0/17"], ["10.0.128.0/17 (10.0.128.0 to 10.0.255.255) lies inside 10.0.0.0/8."]],
    [["fd00:10::/32", "fd00:10::1"], ["`fd00:10::1` lies inside fd00:10::/32."]],
    [["10.245.3.9", "10.244.0.0/16"], []],
    [["10.0.0.0/16", "10.1.0.0/16"], []],
    [["10.0.0.1", "10.0.0.2"], []],
    [["0.0.0.0/0", "::1"], []],
    [["10.0.0.0/8"], []],
    [[], []],
  ])("%j: %j", (written, expected) => {
    expect(relations(written)).toEqual(expected);
  });

  test("that blocks lie apart is said only to one who asks for overlap", () => {
    expect(relations(["10.0.0.0/16", "10.1.0.0/16"], true)).toEqual(["10.0.0.0/16 and 10.1.0.0/16 do not overlap."]);
    expect(relations(["10.0.0.0/16", "10.1.0.0/16"])).toEqual([]);
    expect(relations(["10.0.0.0/16", "10.0.1.0/24"], true)).toEqual(["10.0.1.0/24 lies inside 10.0.0.0/16."]);
    expect(relations(["10.0.0.0/16", "fd00::/16"], true)).toEqual(["10.0.0.0/16 and fd00::/16 do not overlap."]);
  });

  test("how far a block reaches is said where its prefix ends between two dots", () => {
    expect(relations(["10.244.0.0/16", "10.96.0.0/12"], true)).toEqual([
      "10.244.0.0/16 and 10.96.0.0/12 (10.96.0.0 to 10.111.255.255) do not overlap.",
    ]);
  });

  test("just outside is said with the ends of the block, since people take it to be inside", () => {
    expect(relations(["130.211.7.1", "130.211.0.0/22"])).toEqual([
      "`130.211.7.1` lies outside 130.211.0.0/22, which is 130.211.0.0 to 130.211.3.255.",
    ]);
    expect(relations(["10.0.4.0/24", "10.0.0.0/22"])[0]).toMatch(
      /^10\.0\.0\.0\/22 and 10\.0\.4\.0\/24 do not overlap: the first is 10\.0\.0\.0 to 10\.0\.3\.255\.$/,
    );
  });

  test("overlaps are told before what lies apart, and there is an end to it", () => {
    const blocks = ["10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16", "10.3.4.0/24"];
    const told = relations(blocks, true);
    expect(told[0]).toBe("10.3.4.0/24 lies inside 10.3.0.0/16.");
    expect(told).toHaveLength(3);
  });

  test("what is said of two blocks is true", () => {
    fc.assert(
      fc.property(crowdedCidr, crowdedCidr, (a, b) => {
        const [first, second] = [formatCidr(a), formatCidr(b)];
        const told = relations([first, second], true);
        if (isSameCidr(a, b)) expect(told).toEqual([]);
        else if (cidrContainsCidr(a, b)) expect(told.map(withoutEnds)).toEqual([`${second} lies inside ${first}.`]);
        else if (cidrContainsCidr(b, a)) expect(told.map(withoutEnds)).toEqual([`${first} lies inside ${second}.`]);
        else expect(told).toEqual([expect.stringMatching(/^\S+(?: \(.*\))? and \S+(?: \(.*\))? do not overlap[.:]/)]);
      }),
    );
  });
});
