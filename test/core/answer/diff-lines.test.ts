import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { diffLines } from "../../../src/core/answer/diff-lines.ts";

const lines = (text: string) => (text === "" ? [] : text.split(" "));
const few = fc.array(fc.constantFrom("a", "b", "c", "- x", "+ y"), { maxLength: 8 });

describe("diffLines", () => {
  it.each([
    ["nothing and nothing", "", "", ""],
    ["the same", "a b c", "a b c", ""],
    ["a line more", "a c", "a b c", "+b"],
    ["a line less", "a b c", "a c", "-b"],
    ["another line", "a b c", "a x c", "-b +x"],
    ["all new", "", "a b", "+a +b"],
    ["all gone", "a b", "", "-a -b"],
    ["a line that moved", "a b c", "b c a", "-a +a"],
    ["lines that repeat", "a a b", "a b b", "-a +b"],
  ])("%s", (_name, before, after, expected) => {
    expect(diffLines(lines(before), lines(after))).toEqual(
      lines(expected).map((word) => `${word[0]} ${word.slice(1)}`),
    );
  });

  it("leads from the one list to the other, and says nothing where they are the same", () => {
    fc.assert(
      fc.property(few, few, (before, after) => {
        const changes = diffLines(before, after);
        const gone = changes.filter((line) => line.startsWith("- ")).map((line) => line.slice(2));
        const come = changes.filter((line) => line.startsWith("+ ")).map((line) => line.slice(2));
        expect(gone.length + come.length).toBe(changes.length);
        expect(standIn(before, gone)).toBe(true);
        expect(standIn(after, come)).toBe(true);
        // What stayed is as long on both sides.
        expect(before.length - gone.length).toBe(after.length - come.length);
        if (before.join("\n") === after.join("\n")) expect(changes).toEqual([]);
        expect([...before, ...come].toSorted()).toEqual([...after, ...gone].toSorted());
      }),
    );
  });
});

/** Whether these lines stand in the list, in this order. */
function standIn(list: readonly string[], taken: readonly string[]): boolean {
  let next = 0;
  for (const line of list) if (line === taken[next]) next++;
  return next === taken.length;
}
