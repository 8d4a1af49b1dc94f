import type { ReadReplacement } from "./replacement.ts";

const longestReference = 160;

/** Reads Slack's references to people, channels and commands (`<@U…>`, `<#C…|name>`, `<!here>`) as a space: none names a host. */
export const dropSlackReference: ReadReplacement = (text, position) => {
  const sign = text.charAt(position + 1);
  if (sign !== "@" && sign !== "#" && sign !== "!") return undefined;
  return dropTo(text, position, ">");
};

/** Reads the head of a forum quote (`[quote="bob.smith, post:3"]`) as a space: it names a person. */
export const dropQuoteHead: ReadReplacement = (text, position) => {
  if (!/^\[quote[=\]]/i.test(text.slice(position, position + 7))) return undefined;
  return dropTo(text, position, "]");
};

function dropTo(text: string, position: number, close: string): ReturnType<ReadReplacement> {
  const ahead = text.slice(position, position + longestReference);
  const end = ahead.indexOf(close);
  const lineBreak = ahead.indexOf("\n");
  const isWhole = end > 0 && (lineBreak < 0 || lineBreak > end);
  return isWhole ? { length: end + 1, text: " " } : undefined;
}
