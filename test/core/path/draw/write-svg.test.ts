import { describe, expect, test } from "@jest/globals";
import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { drawSvg } from "../../../../src/core/path/draw/draw-svg.ts";
import type { Drawing, DrawnEnd, DrawnPacket, DrawnPlace } from "../../../../src/core/path/draw/drawing.ts";
import { svgElement } from "../../../../src/core/path/draw/svg-element.ts";
import { writeSvg } from "../../../../src/core/path/draw/write-svg.ts";
import { elementsOf, faultsOf, textOf } from "./drawn-geometry.ts";
import { everyDrawing, senderAddress } from "./every-drawing.ts";

/** A strict XML parser stands before its renderer; throws where the document is not well-formed. */
function parse(svg: string): { readonly width: number; readonly height: number } {
  return new Resvg(svg, { font: { loadSystemFonts: false } });
}

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom(
    "</text><script>alert(1)</script>",
    "<![CDATA[ ]]> &amp; &#0; <!-- -->",
    "\u202egnp.exe\u0000\u001b[31m\ud800",
    'x" onload="alert(1)',
    "W".repeat(500),
    "漢字".repeat(90),
    "</style><style>@import url(//example.com/x.css)",
    "",
  ),
);
const anyEnd: fc.Arbitrary<DrawnEnd> = fc.record(
  { name: hostile, address: hostile, isNew: fc.boolean() },
  { requiredKeys: ["name", "isNew"] },
);
const anyPlace: fc.Arbitrary<DrawnPlace> = fc.record(
  {
    kind: fc.constantFrom("end", "between", "virtual"),
    name: hostile,
    remarks: fc.array(hostile, { maxLength: 2 }),
    rewrites: fc.array(fc.record({ end: fc.constantFrom("source", "destination"), from: anyEnd, to: anyEnd }), {
      maxLength: 2,
    }),
    sees: anyEnd,
  },
  { requiredKeys: ["kind", "name", "remarks", "rewrites"] },
);
const anyPacket: fc.Arbitrary<DrawnPacket> = fc.record({
  kind: fc.constant("packet"),
  source: anyEnd,
  destination: anyEnd,
});
const anyDrawing: fc.Arbitrary<Drawing> = fc.record({
  title: hostile,
  alt: hostile,
  steps: fc.array(fc.oneof(anyPlace, anyPacket), { maxLength: 5 }),
  notes: fc.array(fc.record({ heading: hostile, text: hostile }), { maxLength: 2 }),
});

describe("those who judge", () => {
  test.each(["<svg><rect></svg>", "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'>&nbsp;</svg>"])(
    "the parser refuses %s",
    (broken) => expect(() => parse(broken)).toThrow(),
  );

  test("texts that lie on one another, off the sheet or across an edge are found", () => {
    const text = (x: number, y: number, words: string) => svgElement("text", { class: "walk-text", x, y }, words);
    const box = svgElement("rect", { class: "walk-end", x: 20, y: 20, width: 60, height: 30 });
    const sheet = svgElement(
      "svg",
      { width: 100, height: 100 },
      box,
      text(25, 40, "wider than it"),
      text(30, 42, "two"),
    );
    expect(faultsOf(sheet)).toEqual([
      "off the sheet: wider than it",
      "wider than it lies on two",
      "wider than it crosses the edge of walk-end",
    ]);
  });
});

describe("every drawing of a walk", () => {
  const drawn = everyDrawing.map(({ walk, drawing }) => ({ walk, drawing, svg: drawSvg(drawing) }));

  test("is a well-formed document of a phone's width", () => {
    for (const { drawing } of drawn) expect(parse(writeSvg(drawing)).width).toBe(336);
  });

  test("has its boxes and texts inside the sheet, and none on another", () => {
    expect(drawn.flatMap(({ svg }) => faultsOf(svg))).toEqual([]);
  });

  test("has every address that a packet carries as text", () => {
    const known = drawn.filter(({ walk }) => walk.hops[0]?.before.source.address !== undefined);
    expect(known.length).toBeGreaterThan(100);
    for (const { svg } of known) expect(elementsOf(svg, "text").map(textOf).join("\n")).toContain(senderAddress);
  });

  test("says in words where an address is rewritten, once for each rewrite", () => {
    for (const { walk, svg } of drawn) {
      const marks = elementsOf(svg, "text").map(textOf);
      const made = walk.hops.flatMap(({ rewrites }) => rewrites.map(({ end }) => `${end} rewritten`));
      expect(marks.filter((text) => text.endsWith(" rewritten"))).toEqual(made);
    }
  });

  test("has a name and an account of itself for who does not see it", () => {
    for (const { drawing, svg } of drawn) {
      const ids = (svg.attributes["aria-labelledby"] ?? "").split(" ");
      const named = svg.children.flatMap((child) => (typeof child === "object" ? [child] : []));
      const told = ids.map((id) => named.find(({ attributes }) => attributes.id === id));
      expect(svg.attributes.role).toBe("img");
      expect(told.map((part) => part && [part.tag, textOf(part)])).toEqual([
        ["title", drawing.title],
        ["desc", drawing.alt],
      ]);
    }
  });
});

describe("whatever the names", () => {
  test("it stays well-formed and in its bounds", () => {
    fc.assert(
      fc.property(anyDrawing, (drawing) => {
        parse(writeSvg(drawing));
        expect(faultsOf(drawSvg(drawing))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("nothing but our own elements is in it, and nothing runs or is loaded", () => {
    fc.assert(
      fc.property(anyDrawing, (drawing) => {
        const svg = writeSvg(drawing);
        const tags = [...svg.matchAll(/<([^\s>]*)([^>]*)>/g)];
        const names = new Set(tags.map(([, name = ""]) => name.replace("/", "")));
        const attributes = tags.flatMap(([, , rest = ""]) =>
          [...rest.matchAll(/ ([\w-]+)="[^"<]*"/g)].map((m) => m[1]),
        );
        const left = tags.map(([, , rest = ""]) => rest.replace(/ [\w-]+="[^"<]*"/g, "")).join("");
        const ours = ["svg", "style", "title", "desc", "rect", "path", "text", "tspan"];
        expect([...names].filter((name) => !ours.includes(name))).toEqual([]);
        expect(attributes.filter((name) => /^on|href|style|src/i.test(name ?? ""))).toEqual([]);
        expect(left).toBe("");
      }),
      { numRuns: 300 },
    );
  });

  test("what is cut off stands whole in a title", () => {
    const name = "a-very-long-name-".repeat(60);
    const svg = drawSvg({
      title: "t",
      alt: "a",
      steps: [{ kind: "end", name, remarks: [], rewrites: [] }],
      notes: [],
    });
    const [text] = elementsOf(svg, "text").filter((found) => textOf(found).includes("a-very-long"));
    expect(text && elementsOf(text, "title").map(textOf)).toEqual([name]);
    expect(text && textOf(text)).toMatch(/…$/);
  });
});
