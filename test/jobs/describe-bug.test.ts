import { expect, it } from "@jest/globals";
import { ExplainIpError } from "../../src/errors.ts";
import { describeBug } from "../../src/jobs/describe-bug.ts";

const text = "what somebody wrote";
const withoutStack = new RangeError(text);
delete withoutStack.stack;

it.each<[string, unknown, RegExp]>([
  [
    "our own error says what it is",
    new ExplainIpError("store-unavailable", "It is locked.", "Wait."),
    /^store-unavailable: It is locked\.$/,
  ],
  ["a foreign error says its kind and place", new TypeError(text), /^TypeError at .*describe-bug\.test\.ts:\d+:\d+/],
  [
    "a message that looks like a place is not taken for one",
    new Error(`x\n    at ${text}`),
    /^Error at .*describe-bug\.test\.ts/,
  ],
  ["an error without a stack says its kind", withoutStack, /^RangeError$/],
  ["anything else says its type", text, /^a thrown string$/],
])("%s", (_what, thrown, expected) => {
  expect(describeBug(thrown)).toMatch(expected);
  expect(describeBug(thrown)).not.toContain(text);
});
