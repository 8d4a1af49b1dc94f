import { type Fault, judgeFacts } from "../judge-facts.ts";
import type { Source } from "../source.ts";
import type { KnowledgeRule } from "./knowledge-rule.ts";

export const sourcesAreWellFormed: KnowledgeRule = {
  name: "sources-are-well-formed",
  judge: ({ products, articles }) => [
    ...judgeFacts(products, ({ sources }) => sources.flatMap(judgeSource)),
    ...articles.flatMap((article) => {
      const items = [...article.statements, ...article.steps, ...article.checks];
      const sources = new Set(items.flatMap((item) => item.sources));
      const subject = { kind: "article" as const, id: article.id };
      return [...sources].flatMap(judgeSource).map((fault) => ({ subject, ...fault }));
    }),
  ],
};

const tracking = /[?&](?:utm_[a-z]+|gclid|fbclid|msclkid|mc_[ce]id|igshid|ref_src)=/i;
const vague =
  /^(?:n\/?a|none|unknown|tbd|todo|various|here|see (?:above|below|page)|(?:the )?(?:page|link|url|site|website|source|docs?|documentation|file|code))\.?$/i;

/** A commit in full or shortened, or a pull request, whose number always leads to the same change. */
const namesACommit = /\/(?:blob|tree|raw|commit|blame|edit)\/[0-9a-f]{7,40}(?:[/?#]|$)|\/pull\/\d+/;
const isCommit = /^[0-9a-f]{7,40}$/;

function judgeSource(source: Source): Fault[] {
  const { url, locator, kind, commit } = source;
  const fault = (problem: string, remedy: string, value: string) => ({ problem, remedy, value });
  const isMoving = kind === "code" && /^https:\/\/github\.com\//.test(url) && !namesACommit.test(url);
  return [
    ...(url.startsWith("https://") ? [] : [fault("The URL is not https.", "Give the https address.", url)]),
    ...(tracking.test(url)
      ? [fault("The URL carries a tracking parameter.", "Cut it off; the page is the same.", url)]
      : []),
    ...(vague.test(locator.trim())
      ? [fault("The locator says nothing.", "Name the heading, table row, option, or symbol.", locator)]
      : []),
    ...(commit !== undefined && !isCommit.test(commit)
      ? [fault("This is not a commit.", "Give 7 to 40 hexadecimal digits, in quotes.", commit)]
      : []),
    ...(isMoving && commit === undefined
      ? [
          fault(
            "A branch moves on, so nobody can see what was read.",
            "Link the file at a commit, or give `commit`.",
            url,
          ),
        ]
      : []),
  ];
}
