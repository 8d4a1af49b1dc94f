import type { Column } from "./text-block.ts";

/** The measures of the sheet, in pixels: it fits a phone of 360 pixels with room for a card's edges. */
export const sheetWidth = 336;
export const margin = 8;

/** The boxes, and what stands in them. */
export const boxColumn: Column = { x: margin, width: sheetWidth - 2 * margin };
export const boxText: Column = { x: 22, width: sheetWidth - 44 };

/** The arrow between two boxes, and what the packet carries beside it. */
export const arrowX = 30;
export const packetLabel: Column = { x: 48, width: 90 };
export const packetText: Column = { x: 140, width: sheetWidth - margin - 140 };
