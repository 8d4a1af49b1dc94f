import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { adversarialShapes } from "../../../../bench/support/adversarial-shapes.ts";
import { plainLog } from "../../../../bench/support/plain-log.ts";
import { extractEntities } from "../../../../src/core/question/extract-entities.ts";

/*
 * Time depends on the machine; work does not. Here the characters that are looked at and copied are counted, by standing between the
 * code and two methods of String. What regular expressions look at is not seen, but they only ever get bounded slices.
 */
const { charCodeAt, slice } = String.prototype;
let work = 0;

beforeEach(() => {
  String.prototype.charCodeAt = function count(this: string, index: number): number {
    work += 1;
    return charCodeAt.call(this, index);
  };
  String.prototype.slice = function count(this: string, start?: number, end?: number): string {
    const piece = slice.call(this, start, end);
    work += piece.length;
    return piece;
  };
});

afterEach(() => {
  Object.assign(String.prototype, { charCodeAt, slice });
});

function workOn(text: string): number {
  work = 0;
  extractEntities(text);
  return work;
}

const SMALL = 16_384;
const LARGE = 8 * SMALL;
/** Far above what any shape costs; a scan that starts again at every character would need thousands. */
const MOST_PER_CHARACTER = 400;

describe("the work for a text grows as the text does", () => {
  it.each([...Object.entries(adversarialShapes), ["a plain log", plainLog] as const])("%s", (_, make) => {
    const small = workOn(make(SMALL));
    const large = workOn(make(LARGE));
    expect(small).toBeGreaterThan(SMALL / 2);
    expect(large / small).toBeLessThan(8 * 1.5);
    expect(large / LARGE).toBeLessThan(MOST_PER_CHARACTER);
  });
});
