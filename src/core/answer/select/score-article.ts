import type { ArticleConditions } from "../../knowledge/article.ts";
import type { NetworkRole } from "../../knowledge/network-role.ts";
import type { IndexedArticle, Phrase } from "../../knowledge/passage.ts";
import type { AddressScope } from "../../network/address-scope.ts";
import { holdsSubject, type Subject } from "../../question/subject.ts";
import type { Topic } from "../../question/topic.ts";
import { containsPhrase, hasPhraseAt } from "../../question/words.ts";
import { passageWeights as weights } from "./passage-weights.ts";

/** What of a question articles are held against. */
export type ArticleContext = {
  readonly topics: ReadonlySet<Topic>;
  readonly scopes: ReadonlySet<AddressScope>;
  readonly roles: ReadonlySet<NetworkRole>;
  /** The thread's text in lower case, and where each of its words begins. */
  readonly text: string;
  readonly spoken: ReadonlyMap<string, readonly number[]>;
  /** By the place of an article or a question it answers: what the words say that it shares with the thread. */
  readonly sharedByArticle: Float64Array;
  readonly sharedByAsk: Float64Array;
  /** By the place of such a question: what all its words say. */
  readonly wholeAsk: Float64Array;
  readonly subjects: readonly Subject[];
};

/** How much a topic says about what is wanted: a general one fits almost any question. */
const topicPoints: Readonly<Record<Topic, number>> = {
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

const MOST_TOPIC_POINTS = 12;
const MOST_ARTICLE_WORDS = 20;
const MOST_ASKED = 20;

/** How well an article fits a question, in points: its conditions, its words, and the questions it says it answers. */
export function scoreArticle(indexed: IndexedArticle, context: ArticleContext): number {
  const shared = context.sharedByArticle[indexed.place] ?? 0;
  return (
    scoreConditions(indexed, context) +
    scoreBlocks(indexed.blocks, context.subjects) +
    weights.articleWords * Math.min(shared, MOST_ARTICLE_WORDS) +
    weights.asks * Math.min(scoreAsks(indexed.asks, context), MOST_ASKED)
  );
}

/** What names the network of the address in question explains it, the more so the fewer networks it names. */
function scoreBlocks(blocks: IndexedArticle["blocks"], subjects: readonly Subject[]): number {
  const isHeld = blocks.some((block) => subjects.some((subject) => holdsSubject(block, subject)));
  return isHeld ? weights.holds / blocks.length : 0;
}

function scoreConditions(
  { article: { when }, phrases, hints }: IndexedArticle,
  { topics, scopes, roles, text, spoken }: ArticleContext,
): number {
  const has = (phrase: Phrase) => hasPhrase(text, spoken, phrase);
  return (
    scoreTopics(when, topics, scopes) +
    judge(when.scopes, (scope) => scopes.has(scope), weights.scope, weights.noScope) +
    judge(when.roles, (role) => roles.has(role), weights.role, weights.noRole) +
    judge(phrases, has, weights.phrase, weights.noPhrase) +
    (hints.some(has) ? weights.hint : 0)
  );
}

/** Looked for only where its anchor stands: a paste is long, and the phrases are thousands. */
function hasPhrase(
  text: string,
  spoken: ArticleContext["spoken"],
  { text: phrase, anchor, anchorAt }: Phrase,
): boolean {
  if (anchor === "") return containsPhrase(text, phrase);
  return spoken.get(anchor)?.some((at) => hasPhraseAt(text, phrase, at - anchorAt)) ?? false;
}

/** A bare address asks what it is: an article about its very kind answers that without a topic. */
function scoreTopics(
  { topics: wanted, scopes: kinds }: ArticleConditions,
  topics: ReadonlySet<Topic>,
  scopes: ReadonlySet<AddressScope>,
): number {
  if (topics.size === 0 && kinds.some((kind) => scopes.has(kind))) return 0;
  const points = wanted.reduce((sum, topic) => sum + (topics.has(topic) ? topicPoints[topic] : 0), 0);
  return wanted.length > 0 && points === 0 ? weights.noTopic : weights.topic * Math.min(points, MOST_TOPIC_POINTS);
}

/** Nothing where nothing is wanted; a further match adds a little. */
function judge<T>(wanted: readonly T[], holds: (item: T) => boolean, met: number, unmet: number): number {
  if (wanted.length === 0) return 0;
  const matches = wanted.filter(holds).length;
  return matches === 0 ? unmet : met * (1 + 0.3 * Math.min(matches - 1, 3));
}

/** Of the question that is asked most alike: what the two share, the more the less of it is missing. */
function scoreAsks(asks: readonly number[], { sharedByAsk, wholeAsk }: ArticleContext): number {
  return asks.reduce((best, place) => {
    const shared = sharedByAsk[place] ?? 0;
    const whole = wholeAsk[place] ?? 0;
    return Math.max(best, whole > 0 ? (shared * shared) / whole : 0);
  }, 0);
}
