import { readFile } from "node:fs/promises";
import { drawingStyle } from "../../../core/path/draw/drawing-style.ts";

/** One of the page's files as it is served. */
export type Asset = { readonly path: string; readonly contentType: string; readonly content: Buffer };

const contentTypes: Readonly<Record<string, string>> = {
  "page.js": "text/javascript; charset=utf-8",
  "page.css": "text/css; charset=utf-8",
  "icon.svg": "image/svg+xml",
};

/** The page admits no style inside a drawing, so the style is served beside it. */
const drawingSheet: Asset = {
  path: "/drawing.css",
  contentType: "text/css; charset=utf-8",
  content: Buffer.from(drawingStyle),
};

/** Reads the page's files once; they are few and small, so a plug-in for static files would be more than is needed. */
export async function readAssets(): Promise<Asset[]> {
  const files = await Promise.all(
    Object.entries(contentTypes).map(async ([name, contentType]) => {
      const content = await readFile(new URL(`./assets/${name}`, import.meta.url));
      return { path: `/${name}`, contentType, content };
    }),
  );
  return [...files, drawingSheet];
}
