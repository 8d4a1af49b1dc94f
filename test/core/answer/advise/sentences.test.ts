import { describe, expect, test } from "@jest/globals";
import { names, sentencesOf } from "../../../../src/core/answer/advise/sentences.ts";

describe("sentencesOf", () => {
  test.each<[string, string[]]>([
    ["One. Two? Three!", ["One.", "Two?", "Three!"]],
    ["allow 10.0.0.1 and 10.0.0.2. Thanks", ["allow 10.0.0.1 and 10.0.0.2.", "Thanks"]],
    ["an ipBlock, e.g. 10.0.0.0/8, i.e. all", ["an ipBlock, e.g. 10.0.0.0/8, i.e. all"]],
    [
      "Allow these:\n- 10.0.0.1\n- 10.0.0.2 (office)\nThanks",
      ["Allow these:, - 10.0.0.1, - 10.0.0.2 (office)", "Thanks"],
    ],
    ["Allow\n\n10.0.0.0/8\n`fd00::/8`,\nplease", ["Allow, 10.0.0.0/8, `fd00::/8`,", "please"]],
    ["How?\n12:00:01 allow 10.0.0.1\n12:00:02 deny", ["How?", "12:00:01 allow 10.0.0.1", "12:00:02 deny"]],
    ["\n\n \n", []],
    ["", []],
  ])("%j", (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });
});

describe("names", () => {
  test.each<[string, string, boolean]>([
    ["allow 10.0.0.1.", "10.0.0.1", true],
    ["allow 10.0.0.1:443", "10.0.0.1", true],
    ["allow (10.0.0.1)", "10.0.0.1", true],
    ["allow 10.0.0.1/24", "10.0.0.1", false],
    ["allow 10.0.0.12", "10.0.0.1", false],
    ["allow 110.0.0.1", "10.0.0.1", false],
    ["allow 10.0.0.12 and 10.0.0.1", "10.0.0.1", true],
    ["allow 10.0.0.0/24", "10.0.0.0/2", false],
    ["allow fd00::1", "fd00::1", true],
    ["allow fd00::1:2", "fd00::1", false],
    ["allow fd00::/8", "fd00::", false],
    ["nothing", "10.0.0.1", false],
    ["nothing", "", false],
  ])("%j names %j: %j", (sentence, written, expected) => {
    expect(names(sentence, written)).toBe(expected);
  });
});
