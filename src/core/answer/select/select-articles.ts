import type { Article } from "../../knowledge/article.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { NetworkRole } from "../../knowledge/network-role.ts";
import type { AddressScope } from "../../network/address-scope.ts";
import type { Reading } from "../../question/reading.ts";
import { headAndTail } from "../../question/recognise-topics.ts";
import type { Topic } from "../../question/topic.ts";
import { telling } from "../../question/word-index.ts";
import { containsPhrase } from "../../question/words.ts";

/** What of the question an article's conditions are held against. */
export type ArticleContext = {
  readonly reading: Reading;
  readonly scopes: ReadonlySet<AddressScope>;
  readonly roles: ReadonlySet<NetworkRole>;
  /** Named products and what they build on. */
  readonly products: ReadonlySet<string>;
};

/** What the conditions besides topics are worth; a phrase of the question is the surest sign that an article fits. */
const weights = { scopes: 2, roles: 1, products: 3, words: 6, hint: 3, wordsInCommon: 5, leastShare: 0.25 } as const;

/** How much a topic says about what is wanted: a general one fits almost any question. */
const topicWeights: Readonly<Record<Topic, number>> = {
  "what-is-address": 1,
  "how-it-works": 1,
  connectivity: 1,
  "which-range": 2,
  "why-source": 2,
  documented: 1,
  "name-resolution": 1,
  "load-balancer": 2,
  notation: 2,
  "change-range": 3,
  overlap: 4,
  metadata: 4,
  "bind-address": 3,
  "allow-inbound": 6,
  "allow-outbound": 4,
  "network-policy": 5,
  "client-address-lost": 5,
  "proxy-headers": 5,
  multicast: 5,
  hairpin: 5,
};

/** From here on an article is taken to be what was asked for, and speaks before the general description. */
const TO_THE_POINT = 5;
const MOST_ARTICLES = 5;

/** An article that fits, and whether it is to the point or merely of use. */
export type SelectedArticle = { readonly article: Article; readonly isToThePoint: boolean };

type Scored = { readonly article: Article; readonly score: number; readonly topics: readonly Topic[] };

/**
 * The articles whose conditions all hold, the best first. After each choice, those that speak of what has not been
 * answered yet gain: a thread that asks two things gets both.
 */
export function selectArticles(
  knowledge: Pick<Knowledge, "articles" | "articleWords">,
  context: ArticleContext,
): SelectedArticle[] {
  let rest = scoreArticles(knowledge, context);
  const chosen: Scored[] = [];
  while (chosen.length < MOST_ARTICLES && rest.length > 0) {
    const covered = new Set(chosen.flatMap(({ topics }) => topics));
    const worth = ({ score, topics }: Scored) => score + weigh(topics.filter((topic) => !covered.has(topic)));
    const best = rest.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    if (best.score < weights.leastShare * (chosen[0]?.score ?? 0)) break;
    chosen.push(best);
    rest = rest.filter((candidate) => candidate !== best);
  }
  return chosen.map(({ article, score }) => ({ article, isToThePoint: score >= TO_THE_POINT }));
}

function scoreArticles(
  { articles, articleWords }: Pick<Knowledge, "articles" | "articleWords">,
  { reading, scopes, roles, products }: ArticleContext,
): Scored[] {
  const told = telling(headAndTail(reading.text));
  const topics: ReadonlySet<Topic> = new Set(reading.topics.map(({ topic }) => topic));
  const text = headAndTail(reading.text).toLowerCase();
  return articles.flatMap((article) => {
    const { when } = article;
    const held = [
      judge(when.scopes, (scope) => scopes.has(scope), weights.scopes),
      judge(when.roles, (role) => roles.has(role), weights.roles),
      judgeProducts(when.products, products),
      judge(when.words, (phrase) => containsPhrase(text, phrase), weights.words),
      Math.min(articleWords.score(told, article) / weights.wordsInCommon, weights.hint),
      hint(when.hints, (phrase) => containsPhrase(text, phrase)),
    ];
    const asked = when.topics.filter((topic) => topics.has(topic));
    if (held.some((part) => part === undefined) || (when.topics.length > 0 && asked.length === 0)) return [];
    const score = held.reduce<number>((sum, part) => sum + (part ?? 0), weigh(asked));
    return { article, score, topics: asked };
  });
}

function weigh(topics: readonly Topic[]): number {
  return topics.reduce((sum, topic) => sum + topicWeights[topic], 0);
}

/** Plain Kubernetes is the ground most talk stands on: that an article needs it is a condition and no merit. */
function judgeProducts(wanted: readonly string[], products: ReadonlySet<string>): number | undefined {
  const telling = wanted.filter((product) => product !== "kubernetes");
  if (telling.length < wanted.length && products.has("kubernetes")) return 0;
  return judge(wanted, (product) => products.has(product), weights.products);
}

/** A hint is no condition: it adds, and its lack takes nothing away. */
function hint(hints: readonly string[], holds: (phrase: string) => boolean): number {
  return hints.some(holds) ? weights.hint : 0;
}

/** Undefined when the condition fails; 0 when it is not set; else its weight, a little more for each further match. */
function judge<T>(wanted: readonly T[], holds: (item: T) => boolean, weight: number): number | undefined {
  if (wanted.length === 0) return 0;
  const matches = wanted.filter(holds).length;
  return matches === 0 ? undefined : weight + Math.min(matches - 1, 3);
}
