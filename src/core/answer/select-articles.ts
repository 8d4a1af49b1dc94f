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
const weights = { topics: 2, scopes: 3, roles: 2, products: 4, words: 4, uncovered: 3 } as const;
const MOST_ARTICLES = 5;

type Scored = { readonly article: Article; readonly score: number; readonly topics: readonly Topic[] };

/**
 * The articles whose conditions all hold, the best first. After each choice, those that speak of what has not been
 * answered yet gain: a thread that asks two things gets both.
 */
export function selectArticles(articles: readonly Article[], context: ArticleContext): Article[] {
  let rest = scoreArticles(articles, context);
  const chosen: Scored[] = [];
  while (chosen.length < MOST_ARTICLES && rest.length > 0) {
    const covered = new Set(chosen.flatMap(({ topics }) => topics));
    const worth = ({ score, topics }: Scored) =>
      score + weights.uncovered * topics.filter((topic) => !covered.has(topic)).length;
    const best = rest.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    chosen.push(best);
    rest = rest.filter((candidate) => candidate !== best);
  }
  return chosen.map(({ article }) => article);
}

function scoreArticles(articles: readonly Article[], { reading, scopes, roles, products }: ArticleContext): Scored[] {
  const topics: ReadonlySet<Topic> = new Set(reading.topics.map(({ topic }) => topic));
  const words = splitWords(headAndTail(reading.text));
  return articles.flatMap((article) => {
    const { when } = article;
    const held = [
      judge(when.topics, (topic) => topics.has(topic), weights.topics),
      judge(when.scopes, (scope) => scopes.has(scope), weights.scopes),
      judge(when.roles, (role) => roles.has(role), weights.roles),
      judge(when.products, (product) => products.has(product), weights.products),
      judge(when.words, (phrase) => containsPhrase(words, phrase), weights.words),
    ];
    if (held.some((part) => part === undefined)) return [];
    const score = held.reduce<number>((sum, part) => sum + (part ?? 0), 0);
    return { article, score, topics: when.topics.filter((topic) => topics.has(topic)) };
  });
}

/** Undefined when the condition fails; 0 when it is not set; else its weight, a little more for each further match. */
function judge<T>(wanted: readonly T[], holds: (item: T) => boolean, weight: number): number | undefined {
  if (wanted.length === 0) return 0;
  const matches = wanted.filter(holds).length;
  return matches === 0 ? undefined : weight + Math.min(matches - 1, 3);
}
