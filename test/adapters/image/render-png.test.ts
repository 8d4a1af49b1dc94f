import { describe, expect, it } from "@jest/globals";
import { renderPng } from "../../../src/adapters/image/render-png.ts";
import { writeSvg } from "../../../src/core/path/draw/write-svg.ts";

const svg = writeSvg({
  title: "From a to b",
  alt: "From a to b.",
  steps: [{ kind: "end", name: "a", remarks: [], rewrites: [] }],
  notes: [],
});

describe("renderPng", () => {
  it("draws an SVG in twice its size, its letters too", async () => {
    const png = await renderPng(svg);
    expect(png.subarray(0, 8)).toEqual(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"));
    expect([png.readUInt32BE(16), png.readUInt32BE(20) % 2]).toEqual([672, 0]);
    const wordless = await renderPng(svg.replace(/<text.*<\/text>/, ""));
    expect(png.length).toBeGreaterThan(wordless.length + 500);
  });

  it("draws nothing rather than a picture without words where there are no fonts", async () => {
    await expect(renderPng(svg, { loadSystemFonts: false })).rejects.toMatchObject({
      code: "surface-unavailable",
      remedy: expect.stringContaining("SVG"),
    });
  });

  it("fails on what is no SVG", async () => {
    await expect(renderPng("<svg>")).rejects.toThrow();
  });
});
