import type { Paint } from "./drawing-look.ts";

export type TextStyle = "title" | "name" | "strong" | "changed" | "text" | "quiet" | "badge";

type Measures = {
  readonly size: number;
  readonly lineHeight: number;
  readonly weight: "bold" | "normal";
  readonly paint: Paint;
};

/** Sizes in pixels; none is below what is read on a phone without zooming. */
export const textStyles: Readonly<Record<TextStyle, Measures>> = {
  title: { size: 16, lineHeight: 22, weight: "bold", paint: "text" },
  name: { size: 15, lineHeight: 21, weight: "bold", paint: "text" },
  strong: { size: 14, lineHeight: 20, weight: "bold", paint: "text" },
  changed: { size: 14, lineHeight: 20, weight: "bold", paint: "mark" },
  text: { size: 14, lineHeight: 20, weight: "normal", paint: "text" },
  quiet: { size: 13, lineHeight: 18, weight: "normal", paint: "quiet" },
  badge: { size: 13, lineHeight: 18, weight: "bold", paint: "onMark" },
};
