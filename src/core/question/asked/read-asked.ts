import { type AskedAttribute, askedTexts } from "./asked-attribute.ts";

/** A question of ours that stands in a thread, with the answers it offered, in their order. */
export type AskedQuestion = { readonly attribute: AskedAttribute; readonly options: readonly string[] };

const LONGEST = 600;

/** The question that a message of ours asks, as any surface writes it; undefined where it asks none. */
export function readAsked(message: string): AskedQuestion | undefined {
  const plain = message.replace(/\\(?=[\\*_[\]<>`#~|])|[*_]{1,2}(?=[A-Z(])|(?<=[?:])\*{1,2}/g, "");
  for (const [attribute, text] of Object.entries(askedTexts)) {
    const at = plain.indexOf(text);
    if (at >= 0 && isAttribute(attribute))
      return { attribute, options: readOptions(plain.slice(at + text.length, at + text.length + LONGEST)) };
  }
  return undefined;
}

function isAttribute(name: string): name is AskedAttribute {
  return Object.hasOwn(askedTexts, name);
}

/** In brackets behind the question, or as a list below it. */
function readOptions(rest: string): string[] {
  const inBrackets = /^[\s*]*\((.*)\)[^\n)]*(?:\n|$)/.exec(rest)?.[1];
  if (inBrackets !== undefined) return splitOutside(inBrackets);
  const lines = rest
    .split("\n")
    .slice(1)
    .filter((line) => line.trim() !== "");
  const end = lines.findIndex((line) => !/^\s*(?:[•*-]|\d[.)])\s/.test(line));
  return (end < 0 ? lines : lines.slice(0, end)).map((line) => line.replace(/^\s*(?:[•*-]|\d[.)])\s+/, "").trim());
}

/** At the commas that stand in no brackets of their own. */
function splitOutside(text: string): string[] {
  const parts: string[] = [""];
  let depth = 0;
  for (const character of text) {
    depth += character === "(" ? 1 : character === ")" ? -1 : 0;
    if (character === "," && depth === 0) parts.push("");
    else parts.push((parts.pop() ?? "") + character);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
