/** What is painted; each has a colour by day and one by night. */
export type Paint = "ground" | "box" | "end" | "line" | "edge" | "text" | "quiet" | "mark" | "onMark";

/** Colours by which every text stands out from what lies behind it by 4.5 to 1 and more (WCAG 2.2, 1.4.3). */
export const paints: Readonly<Record<"light" | "dark", Readonly<Record<Paint, string>>>> = {
  light: {
    ground: "#ffffff",
    box: "#f4f6f7",
    end: "#e2f0f3",
    line: "#55646b",
    edge: "#0b5c6b",
    text: "#1b2529",
    quiet: "#4b5960",
    mark: "#9a3412",
    onMark: "#ffffff",
  },
  dark: {
    ground: "#1b2327",
    box: "#263136",
    end: "#173a42",
    line: "#a3b1b7",
    edge: "#6fc7d6",
    text: "#e4eaec",
    quiet: "#b4c0c5",
    mark: "#ffb48a",
    onMark: "#2b1206",
  },
};
