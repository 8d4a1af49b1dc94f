import type { VerifyRule } from "./verify-rule.ts";

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

export const nothingPlanted: VerifyRule = {
  name: "nothing-planted",
  judge: (statement, { answer }) => {
    const prose = statement.text.replace(/`[^`]*`/g, "");
    const found = planted.find(({ pattern }) => pattern.test(prose));
    if (found) return `The statement holds ${found.what}.`;
    const known = answer.evidence
      .flatMap((item) => [item.statement, ...item.sources.map((source) => source.url)])
      .join(" ");
    const urls = statement.text.match(/\bhttps?:\/\/[^\s`)]+/gi) ?? [];
    const stray = urls.find((url) => !known.includes(url));
    return stray ? "The statement holds a URL that no evidence has." : undefined;
  },
};
