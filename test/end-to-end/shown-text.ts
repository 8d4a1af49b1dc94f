import type { StoredMessage } from "../support/slack-server/workspace.ts";

/** What a reader of a Slack message sees, links with their addresses: the texts of its blocks, else its text. */
export function shownText({ text, blocks }: Pick<StoredMessage, "text" | "blocks">): string {
  const shown = blocks === undefined ? text : textsIn(blocks).join("\n");
  return shown.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function textsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === "text" && typeof value === "string" ? [value] : textsIn(value),
  );
}
