import type { ResvgRenderOptions } from "@resvg/resvg-js";
import { ExplainIpError } from "../../errors.ts";

export type Fonts = NonNullable<ResvgRenderOptions["font"]>;

/** Screens with two points a pixel are the rule, and a drawing that is shrunk stays sharp. */
const ZOOM = 2;
const systemFonts: Fonts = { loadSystemFonts: true, sansSerifFamily: "DejaVu Sans" };
const letter = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">x</text></svg>';

/**
 * An SVG as PNG in twice its size, in its look by day and with the fonts of this machine, off the main thread. Throws
 * ExplainIpError `surface-unavailable` where the renderer or every font is missing: a drawing without its words is none.
 */
export async function renderPng(svg: string, fonts: Fonts = systemFonts): Promise<Buffer> {
  const { Resvg, renderAsync } = await loadRenderer();
  const hasFont = new Resvg(letter, { font: fonts }).getBBox() !== undefined;
  if (!hasFont) {
    const remedy = "Install one, such as the package fonts-dejavu-core, or take the drawing as SVG.";
    throw new ExplainIpError("surface-unavailable", "A PNG cannot be drawn: this machine has no fonts.", remedy);
  }
  const image = await renderAsync(svg, { fitTo: { mode: "zoom", value: ZOOM }, font: fonts });
  return image.asPng();
}

/** Loaded only where a PNG is wanted; its binary is an optional package of its own, which an installation may leave out. */
async function loadRenderer() {
  try {
    return await import("@resvg/resvg-js");
  } catch (error) {
    const remedy = "Install without --omit=optional, or take the drawing as SVG.";
    throw new ExplainIpError("surface-unavailable", "A PNG cannot be drawn: its renderer is not installed.", remedy, {
      cause: error,
    });
  }
}
