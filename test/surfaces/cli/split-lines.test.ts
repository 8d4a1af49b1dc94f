import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { splitLines } from "../../../src/surfaces/cli/split-lines.ts";

async function linesOf(chunks: readonly Uint8Array[]): Promise<string[]> {
  async function* stream() {
    yield* chunks;
  }
  const lines: string[] = [];
  for await (const line of splitLines(stream())) lines.push(line);
  return lines;
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe("splitLines", () => {
  it.each([
    ["nothing", "", []],
    ["a line with its end", "a\n", ["a"]],
    ["a last line without its end", "a\nb", ["a", "b"]],
    ["empty lines in between", "a\n\nb\n", ["a", "", "b"]],
    ["the line ends of Windows", "a\r\nb\r\n", ["a", "b"]],
    ["a byte order mark", "\uFEFFa\n", ["a"]],
    ["characters that only look like line ends", "a\u2028b\u2029c\u0085d\n", ["a\u2028b\u2029c\u0085d"]],
    ["a lone carriage return in a line", "a\rb\n", ["a\rb"]],
  ])("splits %s", async (_name, text, lines) => {
    expect(await linesOf([bytes(text)])).toEqual(lines);
  });

  it("shows broken UTF-8 as what it is", async () => {
    expect(await linesOf([Uint8Array.of(0x61, 0xff, 0x0a, 0xe2, 0x82)])).toEqual(["a\uFFFD", "\uFFFD"]);
  });

  it("gives the same lines wherever the stream is cut", async () => {
    const text = fc.string({ unit: fc.constantFrom("a", "\n", "\r\n", "é", "🙂", "\u2028"), maxLength: 40 });
    const cuts = fc.array(fc.nat(120), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(text, cuts, async (written, places) => {
        const all = bytes(written);
        const ends = [...places.filter((at) => at < all.length), all.length].toSorted((a, b) => a - b);
        const chunks = ends.map((end, i) => all.subarray(ends[i - 1] ?? 0, end));
        const expected = written.split(/\r?\n/);
        if (expected.at(-1) === "") expected.pop();
        expect(await linesOf(chunks)).toEqual(expected);
      }),
    );
  });
});
