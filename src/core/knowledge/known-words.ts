import { type Rarity, rarityAmong, telling } from "../question/telling-words.ts";
import { indexWords, type WordIndex } from "../question/word-index.ts";
import type { Article } from "./article.ts";
import type { Passage } from "./passage.ts";

/** The words of all sentences, of whole articles, and of the questions that articles answer; each by its place. */
export type KnownWords = {
  /** Among all sentences and questions. */
  readonly rarity: Rarity;
  readonly ofPassages: WordIndex;
  /** What sentences quote, each counting one. */
  readonly quotedIn: WordIndex;
  readonly ofArticles: WordIndex;
  readonly ofAsks: WordIndex;
};

/** Indexes what the knowledge is found by; `passages` are those of `articles` and more. */
export function indexKnownWords(passages: readonly Passage[], articles: readonly Article[]): KnownWords {
  const ofSentences = passages.map(({ words }) => words);
  const ofAsks = articles.flatMap(({ asks }) => asks.map(telling));
  const rarity = rarityAmong([...ofSentences, ...ofAsks]);
  return {
    rarity,
    ofPassages: indexWords(ofSentences, rarity),
    quotedIn: indexWords(
      passages.map(({ literals }) => literals),
      () => 1,
    ),
    ofArticles: indexWords(articles.map(tellingOfArticle), rarity),
    ofAsks: indexWords(ofAsks, rarity),
  };
}

/** A check is a command, whose words are anybody's. */
function tellingOfArticle({ title, asks, statements, steps }: Article): ReadonlySet<string> {
  return telling([title, ...asks, ...[...statements, ...steps].map(({ text }) => text)].join(" "));
}
