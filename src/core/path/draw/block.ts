import type { SvgElement } from "./svg-element.ts";

/** A part of the drawing that knows its height and is placed later; `at` draws it with its upper edge there. */
export type Block = { readonly height: number; readonly at: (top: number) => readonly SvgElement[] };

/** Room and nothing else. */
export function gap(height: number): Block {
  return { height, at: () => [] };
}

/** Blocks below one another. */
export function stack(...blocks: readonly Block[]): Block {
  const tops = blocks.map((_, i) => blocks.slice(0, i).reduce((height, block) => height + block.height, 0));
  return {
    height: blocks.reduce((height, block) => height + block.height, 0),
    at: (top) => blocks.flatMap((block, i) => block.at(top + (tops[i] ?? 0))),
  };
}

/** Blocks beside one another, as high as the highest. */
export function beside(...blocks: readonly Block[]): Block {
  return {
    height: Math.max(0, ...blocks.map(({ height }) => height)),
    at: (top) => blocks.flatMap((block) => block.at(top)),
  };
}
