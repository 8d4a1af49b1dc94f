import type { Answer, Statement } from "../../answer.ts";
import { shownBy, type VerifyRule } from "./verify-rule.ts";

/**
 * A statement is plain text. Links, mentions and mark-up could only have come from the question or from a model, and
 * would act on the reader's client.
 */
const planted: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /\]\(/, what: "a Markdown link" },
  { pattern: /<[!@#][^>]*>/, what: "a Slack mention" },
  { pattern: /<\/?[a-z][^>]*>/i, what: "an HTML tag" },
  { pattern: /(?:^|[^\w`])@(?:here|channel|everyone|all)\b/i, what: "a mention of everybody" },
];

/**
 * They change how a line looks, or cannot be seen and get pasted along, in code too. Line breaks and tabs are left to the
 * renderer, as white space.
 */
const controls = /(?![\n\r\t])[\p{Cc}\u00AD\u061C\u200B\u200C\u2060\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const urlPattern = /\b[a-z][a-z0-9+.-]*:\/\/[^\s`<>)]+/gi;

export const nothingPlanted: VerifyRule = {
  name: "nothing-planted",
  judge: (statement, { answer }) => {
    const prose = statement.text.replace(/`[^`]*`/g, "");
    const found = planted.find(({ pattern }) => pattern.test(prose));
    if (found) return `The statement holds ${found.what}.`;
    if (controls.test(shownBy(statement))) return "The statement holds control characters.";
    if (`${statement.command ?? ""}\n${statement.snippet?.text ?? ""}`.includes("```"))
      return "The code ends its own fence.";
    const known = knownUrls(statement, answer);
    const stray = urlsIn(shownBy(statement)).find((url) => !known.has(url));
    return stray ? "The statement holds a URL that its evidence does not have." : undefined;
  },
};

function knownUrls({ evidence: ids }: Statement, { evidence }: Answer): Set<string> {
  const own = evidence.filter(({ id }) => ids.includes(id));
  return new Set(own.flatMap(({ statement, sources }) => [...urlsIn(statement), ...sources.map(({ url }) => url)]));
}

function urlsIn(text: string): string[] {
  return (text.match(urlPattern) ?? []).map((url) => url.replace(/[.,;:!?'"\]]+$/, ""));
}
