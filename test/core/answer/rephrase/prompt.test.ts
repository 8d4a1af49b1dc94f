import { describe, expect, test } from "@jest/globals";
import { fillPrompt, type Prompt, placeholdersIn } from "../../../../src/core/answer/rephrase/prompt.ts";

function promptOf(body: string): Prompt {
  return { id: "sample", version: 1, purpose: "to be filled", inputs: placeholdersIn(body), body };
}

describe("a prompt", () => {
  test("names each of its placeholders once", () => {
    expect(placeholdersIn("{{count}} of {{ statements }}, {{count}}; {single} {{}} {{Not}} {{a b}}")).toEqual([
      "count",
      "statements",
    ]);
  });

  test("is filled in one pass: what a value holds is not a placeholder", () => {
    const filled = fillPrompt(promptOf("{{a}} and {{ b }} and {{a}}"), { a: "{{b}} $& $1", b: "{{a}}" });
    expect(filled).toBe("{{b}} $& $1 and {{a}} and {{b}} $& $1");
  });

  test.each([{}, { b: "" }, Object.create({ a: "inherited" })])("is not filled without its input: %j", (inputs) => {
    expect(() => fillPrompt(promptOf("{{a}}"), inputs)).toThrow("The prompt sample was filled without its input a.");
  });
});
