import type { Fact } from "../../knowledge/fact.ts";
import { type Knowledge, withFoundations } from "../../knowledge/knowledge.ts";
import type { ItemPassage, Passage } from "../../knowledge/passage.ts";
import { shadowedBy } from "../../knowledge/shadowed-roles.ts";
import { literalsIn } from "../../question/literals.ts";
import type { Reading } from "../../question/reading.ts";
import { headAndTail } from "../../question/recognise-topics.ts";
import { telling } from "../../question/telling-words.ts";
import { placesOfWords } from "../../question/words.ts";
import { passageWeights as weights } from "./passage-weights.ts";
import { type ArticleContext, scoreArticle } from "./score-article.ts";
import { scoreFact } from "./score-fact.ts";
import { weighProducts } from "./weigh-products.ts";

/** A sentence of the knowledge and what speaks for saying it, in points. */
export type RankedPassage = { readonly passage: Passage; readonly worth: number };

/** What of a question sentences are held against. */
export type PassageContext = Pick<ArticleContext, "scopes" | "roles"> & {
  readonly reading: Reading;
  /** Facts that bear on the topics, the best first. */
  readonly bearing: readonly Fact[];
  /** The products whose own an address of the question is, named or not. */
  readonly owners: readonly string[];
};

const MOST_PASSAGES = 40;
/** What speaks against itself more than this is not to the point at all. */
const LEAST_WORTH = -8;

/**
 * The sentences of the knowledge that fit a question, the best first. A sentence about a product needs that the thread
 * names it or something that builds on it; all else only adds and takes away.
 */
export function rankPassages(
  { reading, scopes, roles, bearing, owners }: PassageContext,
  knowledge: Knowledge,
): RankedPassage[] {
  const products = reading.products.map(({ product }) => product);
  const text = headAndTail(reading.text);
  // What is asked about may stand in the midst of a long log.
  const quoted = [text, ...reading.subjects.map(({ written }) => written), ...impliedWords(reading)].join("\n");
  const lower = quoted.toLowerCase();
  const allWords = telling(text);
  // That a fact of Scaleway says "Scaleway" tells nothing once Scaleway was named.
  const told = allWords.difference(namesOf(products, knowledge));
  const { ofPassages, quotedIn, ofArticles, ofAsks } = knowledge.words;
  const topics = new Set(reading.topics.map(({ topic }) => topic));
  const context: ArticleContext = {
    topics,
    scopes,
    roles,
    text: lower,
    spoken: placesOfWords(lower),
    sharedByArticle: ofArticles.weighShared(told),
    sharedByAsk: ofAsks.weighShared(allWords),
    wholeAsk: ofAsks.whole,
    subjects: reading.subjects,
  };
  const shared = ofPassages.weighShared(told);
  const asked = ofPassages.weighShared(askingWords(text).intersection(told));
  const quotes = quotedIn.weighShared(literalsIn(quoted));
  const weighProduct = weighProducts(reading, knowledge, owners);
  const ofFacts = { topics, words: told, named: new Set(products), bearing };
  const isShadowed = shadowedBy(knowledge, products);
  const near = nearProducts(products, owners, knowledge);
  const articleScores: number[] = [];
  const scoreOnce = ({ from }: ItemPassage) => (articleScores[from.place] ??= scoreArticle(from, context));
  const judge = (passage: Passage): number | undefined => {
    const ofProduct = weighProduct(passage);
    if (ofProduct === undefined || (passage.kind === "fact" && isShadowed(passage.fact))) return undefined;
    return (
      ofProduct +
      (passage.kind === "fact" ? scoreFact(passage.fact, ofFacts) : scoreItem(passage, scoreOnce(passage))) +
      weights.words * (shared[passage.place] ?? 0) +
      weights.askingWords * (asked[passage.place] ?? 0) +
      weights.literal * Math.min(quotes[passage.place] ?? 0, 2) +
      weights.length * passage.length +
      (isOfOthers(passage, near) ? weights.others : 0)
    );
  };
  const ranked: RankedPassage[] = [];
  for (const passage of knowledge.passages) {
    const worth = judge(passage);
    if (worth !== undefined && worth >= LEAST_WORTH) ranked.push({ passage, worth });
  }
  return ranked.toSorted((a, b) => b.worth - a.worth).slice(0, MOST_PASSAGES);
}

function scoreItem({ slot, position, from }: ItemPassage, ofArticle: number): number {
  const ofSlot = slot === "detail" ? 0 : weights[slot];
  const own = from.article.visibility === "private" && ofArticle > 0 ? weights.own : 0;
  return ofArticle + own + ofSlot + weights.position * Math.min(position, 3);
}

/** What the thread names, what that builds on, and who owns an address in it; empty where only plain Kubernetes is named. */
function nearProducts(named: readonly string[], owners: readonly string[], knowledge: Knowledge): ReadonlySet<string> {
  const settled = named.filter((id) => knowledge.products.get(id)?.kind !== "kubernetes");
  if (settled.length === 0) return new Set();
  const withGround = settled.flatMap((id) => withFoundations(knowledge, id).map((product) => product.id));
  return new Set([...withGround, ...owners]);
}

/** "Kube-OVN and OVN-Kubernetes use it for …" is of no use to one who asks about Kapsule. */
function isOfOthers(passage: Passage, near: ReadonlySet<string>): boolean {
  if (passage.kind === "fact" || passage.mentions.length === 0 || near.size === 0) return false;
  return !passage.mentions.some((id) => near.has(id));
}

/** The default range of node ports: whoever writes such a port speaks of a NodePort. */
function impliedWords({ entities: { ports } }: Reading): string[] {
  return ports.some(({ value }) => value >= 30_000 && value <= 32_767) ? ["nodeport"] : [];
}

/** The words of the sentences that end in a question mark. */
function askingWords(text: string): ReadonlySet<string> {
  const sentences = text.split(/(?<=[.?!\n])\s+/);
  return telling(sentences.filter((sentence) => sentence.endsWith("?")).join(" "));
}

function namesOf(products: readonly string[], knowledge: Knowledge): ReadonlySet<string> {
  const named = products.flatMap((id) => knowledge.products.get(id) ?? []);
  return telling(named.flatMap(({ id, name }) => [id, name]).join(" "));
}
