import type { Article } from "../knowledge/article.ts";
import type { NetworkRole } from "../knowledge/network-role.ts";
import type { AddressScope } from "../network/address-scope.ts";
import type { Reading } from "../question/reading.ts";
import { headAndTail } from "../question/recognise-topics.ts";
import type { Topic } from "../question/topic.ts";
import { containsPhrase, splitWords } from "../question/words.ts";

/** What of the question an article's conditions are held against. */
export type ArticleContext = {
  readonly reading: Reading;
  readonly scopes: ReadonlySet<AddressScope>;
  readonly roles: ReadonlySet<NetworkRole>;
  /** Named products and what they build on. */
  readonly products: ReadonlySet<string>;
};

/** A phrase of the question is the surest sign that an article fits; a topic alone the weakest. */
const weights = { topics: 2, scopes: 3, roles: 2, products: 4, words: 6 } as const;
const MOST_ARTICLES = 4;

/** The articles whose conditions all hold, those with the stronger conditions first. */
export function selectArticles(articles: readonly Article[], context: ArticleContext): Article[] {
  const topics: ReadonlySet<Topic> = new Set(context.reading.topics.map(({ topic }) => topic));
  const words = splitWords(headAndTail(context.reading.text));
  const scored = articles.map((article) => {
    const { when } = article;
    const held = [
      judge(when.topics, (topic) => topics.has(topic), weights.topics),
      judge(when.scopes, (scope) => context.scopes.has(scope), weights.scopes),
      judge(when.roles, (role) => context.roles.has(role), weights.roles),
      judge(when.products, (product) => context.products.has(product), weights.products),
      judge(when.words, (phrase) => containsPhrase(words, phrase), weights.words),
    ];
    return {
      article,
      score: held.some((part) => part === undefined) ? 0 : held.reduce<number>((sum, part) => sum + (part ?? 0), 0),
    };
  });
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_ARTICLES)
    .map(({ article }) => article);
}

/** Undefined when the condition fails; 0 when it is not set; else its weight, a little more for each further match. */
function judge<T>(wanted: readonly T[], holds: (item: T) => boolean, weight: number): number | undefined {
  if (wanted.length === 0) return 0;
  const matches = wanted.filter(holds).length;
  return matches === 0 ? undefined : weight + Math.min(matches - 1, 3);
}
