import { type Cidr, parseCidr } from "../network/cidr.ts";
import { literalsIn } from "../question/literals.ts";
import { telling } from "../question/telling-words.ts";
import { containsPhrase, splitWords } from "../question/words.ts";
import type { Article, ArticleItem } from "./article.ts";
import type { Fact } from "./fact.ts";
import type { Product } from "./product.ts";

/**
 * What a text is matched by: its telling words, and the addresses, versions and names that it quotes; and how long it is.
 * `place` is its place among all sentences, under which its words are indexed.
 */
export type Matched = {
  readonly place: number;
  readonly words: ReadonlySet<string>;
  readonly literals: ReadonlySet<string>;
  readonly length: number;
};

/** An article with what it is found by: its place among the articles, and those of the questions that it answers among all. */
export type IndexedArticle = {
  readonly article: Article;
  readonly place: number;
  readonly asks: readonly number[];
  /** The phrases of its conditions, `words` and `hints`. */
  readonly phrases: readonly Phrase[];
  readonly hints: readonly Phrase[];
  /** The blocks that its first statement is about: an address in one of them is what the article explains. */
  readonly blocks: readonly Cidr[];
};

/** A phrase and its longest word, with its place in the phrase: only where that word stands in a text can the phrase. */
export type Phrase = { readonly text: string; readonly anchor: string; readonly anchorAt: number };

export type FactPassage = Matched & {
  readonly kind: "fact";
  readonly slot: "detail";
  readonly text: string;
  readonly fact: Fact;
  /** The product it is about. */
  readonly about: readonly string[];
};

export type ItemPassage = Matched & {
  readonly kind: "item";
  readonly slot: "detail" | "step" | "check";
  readonly text: string;
  readonly from: IndexedArticle;
  readonly item: ArticleItem;
  /** The products it is about: those of its article that it names, or all of them where it names none. */
  readonly about: readonly string[];
  /** The products it names where its article is about none: what it says is of them. */
  readonly mentions: readonly string[];
  /** Among the items of its slot, from 0: an article says first what matters most. */
  readonly position: number;
};

/** A sentence of the knowledge that an answer may say: a fact's statement, or an item of an article. */
export type Passage = FactPassage | ItemPassage;

/** Cuts the knowledge into its sentences, each with what it is matched by. */
export function buildPassages(products: readonly Product[], articles: readonly Article[]): Passage[] {
  const names = new Map(products.map(({ id, name, aliases }) => [id, [id, name.toLowerCase(), ...aliases]]));
  const facts = products.flatMap((product) => product.facts);
  const productsOf = indexNames(products);
  const items = indexArticles(articles).flatMap((from) => toItemPassages(from, names, productsOf));
  return [...facts.map(toFactPassage), ...items].map((passage, place) => ({ ...passage, place }));
}

/** Without its place. */
type Unplaced<P extends Passage> = P extends Passage ? Omit<P, "place"> : never;

function toFactPassage(fact: Fact): Unplaced<FactPassage> {
  const text = `${fact.statement} ${fact.configurableBy?.option ?? ""}`;
  return { kind: "fact", slot: "detail", text: fact.statement, fact, about: [fact.product], ...match(text) };
}

/** Their questions are numbered through, in the order of the articles. */
function indexArticles(articles: readonly Article[]): IndexedArticle[] {
  let asked = 0;
  return articles.map((article, place) => {
    const first = asked;
    asked += article.asks.length;
    return {
      article,
      place,
      asks: article.asks.map((_, i) => first + i),
      phrases: article.when.words.map(toPhrase),
      hints: article.when.hints.map(toPhrase),
      blocks: narrowBlocks(article.statements[0]?.text ?? ""),
    };
  });
}

function toItemPassages(
  from: IndexedArticle,
  names: ReadonlyMap<string, readonly string[]>,
  productsOf: (text: string) => readonly string[],
): Unplaced<ItemPassage>[] {
  const { when, statements, steps, checks } = from.article;
  const cut = (slot: ItemPassage["slot"], items: readonly ArticleItem[]) =>
    items.map(
      (item, position): Unplaced<ItemPassage> => ({
        kind: "item",
        slot,
        text: item.text,
        from,
        item,
        about: aboutOf(item.text, when.products, names),
        mentions: when.products.length === 0 ? productsOf(item.text) : [],
        position,
        ...match(item.text),
      }),
    );
  return [...cut("detail", statements), ...cut("step", steps), ...cut("check", checks)];
}

/** Finds products by names of a single word; plain Kubernetes is everybody's ground. */
function indexNames(products: readonly Product[]): (text: string) => readonly string[] {
  const byName = new Map<string, string>();
  for (const { id, name, aliases, kind, ordinaryName } of products) {
    if (kind === "kubernetes" || ordinaryName) continue;
    for (const one of [id, name.toLowerCase(), ...aliases]) if (/^\p{L}{3,}$/u.test(one)) byName.set(one, id);
  }
  return (text) => [...new Set(splitWords(text).flatMap((word) => byName.get(word.text) ?? []))];
}

function aboutOf(
  text: string,
  products: readonly string[],
  names: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  // An option bears the name of who made it: `aws-load-balancer-type` says nothing of whom a sentence is for.
  const lower = text.replace(/`[^`]*`/g, " ").toLowerCase();
  const named = products.filter((id) => names.get(id)?.some((name) => containsPhrase(lower, name)));
  return named.length > 0 ? named : products;
}

function toPhrase(text: string): Phrase {
  const [longest] = splitWords(text).toSorted((a, b) => b.text.length - a.text.length);
  return { text, anchor: longest?.text ?? "", anchorAt: longest?.start ?? 0 };
}

function match(text: string): Omit<Matched, "place"> {
  return { words: telling(text), literals: literalsIn(text), length: text.split(" ").length };
}

/** The blocks a text quotes that tell one network from another: all of private space, or more, tells none. */
function narrowBlocks(text: string): Cidr[] {
  return [...literalsIn(text)]
    .flatMap((literal) => parseCidr(literal)?.cidr ?? [])
    .filter(({ address, prefixLength }) => prefixLength >= leastTelling[address.family]);
}

/** 198.18.0.0/15 is one network's, 172.16.0.0/12 anybody's. */
const leastTelling = { 4: 15, 6: 32 } as const;
