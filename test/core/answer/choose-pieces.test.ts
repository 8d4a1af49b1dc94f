import { describe, expect, test } from "@jest/globals";
import { choosePieces } from "../../../src/core/answer/choose-pieces.ts";
import type { Piece } from "../../../src/core/answer/piece.ts";

function piece(text: string, priority: number, more: Partial<Piece> = {}): Piece {
  return { slot: "detail", priority, text, evidence: [], ...more };
}

const shown = (...pieces: readonly Piece[]) => choosePieces(pieces).shown.map(({ text }) => text);
const folded = (...pieces: readonly Piece[]) => choosePieces(pieces).folded.map(({ text }) => text);

describe("choosePieces", () => {
  test("what repeats in other words what was said waits for what is new", () => {
    const first = piece("Harbour pods take addresses from the range of the cluster.", 10);
    const again = piece("The cluster range is where Harbour pods take their addresses.", 11);
    const fresh = piece("Masquerading hides them towards the internet.", 15);
    expect(shown(first, again, fresh)).toEqual([first.text, fresh.text, again.text]);
  });

  test("what to do and to check stands only beside a sentence of its own article, if it comes from one", () => {
    const told = piece("Traefik hides clients.", 10, { article: "traefik", position: 0 });
    const step = piece("Set the policy.", 11, { slot: "step", article: "traefik", position: 0 });
    const stray = piece("Renumber everything.", 5, { slot: "step", article: "ranges", position: 0 });
    const computed = piece("10.1.0.0/16 is free.", 12, { slot: "step" });
    expect(shown(told, step)).toEqual([told.text, step.text]);
    expect(shown(told, stray)).toEqual([told.text]);
    expect(shown(told, computed)).toEqual([told.text, computed.text]);
  });

  test("a sentence that begins with a pronoun needs the one it leans on", () => {
    const lead = piece("Public address space.", 5);
    const told = piece("ServiceLB works on packets.", 12, { article: "k3s", position: 0 });
    const leaning = piece("It adds no header.", 11, { article: "k3s", position: 1 });
    expect(shown(lead, leaning)).toEqual([lead.text]);
    expect(shown(lead, leaning, told)).toEqual([lead.text, told.text, leaning.text]);
  });

  test("sentences of one article stay together, in its order", () => {
    const second = piece("Nodes answer for it.", 8, { article: "a", position: 1 });
    const other = piece("Routers forward.", 9);
    const first = piece("Layer 2 mode announces.", 10, { article: "a", position: 0 });
    expect(shown(second, other, first)).toEqual([first.text, second.text, other.text]);
  });

  test("what is hardly to the point is neither shown nor folded; what there was no room for is folded", () => {
    const lead = piece("An address of a pod.", 5);
    const dull = piece("Something else altogether.", 35);
    const long = piece(`Long ${"the ".repeat(120)}.`, 12);
    expect(shown(lead, dull, long)).toEqual([lead.text]);
    expect(folded(lead, dull, long)).toEqual([long.text]);
    expect(shown(dull)).toEqual([dull.text]);
  });

  test("one step and one check are shown at most", () => {
    const lead = piece("An address of a pod.", 5);
    const steps = ["Allow labels.", "Name namespaces.", "Write a policy."].map((text, i) =>
      piece(text, 10 + i, { slot: "step" }),
    );
    expect(shown(lead, ...steps)).toEqual([lead.text, "Allow labels."]);
    expect(folded(lead, ...steps)).toEqual(["Name namespaces.", "Write a policy."]);
  });
});
