import { type Cidr, parseCidr } from "../network/cidr.ts";
import { literalsIn } from "../question/literals.ts";
import { telling } from "../question/telling-words.ts";
import type { Article, ArticleItem } from "./article.ts";
import type { Fact } from "./fact.ts";

/** What a text is matched by: its telling words, and the addresses, versions and names that it quotes. */
export type Matched = { readonly words: ReadonlySet<string>; readonly literals: ReadonlySet<string> };

/** An article with the words it is found by: all its own, and those of each question that it answers. */
export type IndexedArticle = {
  readonly article: Article;
  readonly words: ReadonlySet<string>;
  readonly asks: readonly ReadonlySet<string>[];
  /** The blocks that its first statement is about: an address in one of them is what the article explains. */
  readonly blocks: readonly Cidr[];
};

export type FactPassage = Matched & {
  readonly kind: "fact";
  readonly slot: "detail";
  readonly text: string;
  readonly fact: Fact;
};

export type ItemPassage = Matched & {
  readonly kind: "item";
  readonly slot: "detail" | "step" | "check";
  readonly text: string;
  readonly from: IndexedArticle;
  readonly item: ArticleItem;
  /** Among the items of its slot, from 0: an article says first what matters most. */
  readonly position: number;
};

/** A sentence of the knowledge that an answer may say: a fact's statement, or an item of an article. */
export type Passage = FactPassage | ItemPassage;

/** Cuts the knowledge into its sentences, each with what it is matched by. */
export function buildPassages(facts: readonly Fact[], articles: readonly Article[]): Passage[] {
  return [...facts.map(toFactPassage), ...articles.flatMap(toItemPassages)];
}

function toFactPassage(fact: Fact): FactPassage {
  const text = `${fact.statement} ${fact.configurableBy?.option ?? ""}`;
  return { kind: "fact", slot: "detail", text: fact.statement, fact, ...match(text) };
}

function toItemPassages(article: Article): ItemPassage[] {
  const { title, asks, statements, steps, checks } = article;
  const own = [title, ...asks, ...[...statements, ...steps].map(({ text }) => text)].join(" ");
  const blocks = narrowBlocks(statements[0]?.text ?? "");
  const from = { article, words: telling(own), asks: asks.map(telling), blocks };
  const cut = (slot: ItemPassage["slot"], items: readonly ArticleItem[]) =>
    items.map(
      (item, position): ItemPassage => ({
        kind: "item",
        slot,
        text: item.text,
        from,
        item,
        position,
        ...match(item.text),
      }),
    );
  return [...cut("detail", statements), ...cut("step", steps), ...cut("check", checks)];
}

function match(text: string): Matched {
  return { words: telling(text), literals: literalsIn(text) };
}

/** The blocks a text quotes that tell one network from another: all of private space, or more, tells none. */
function narrowBlocks(text: string): Cidr[] {
  return [...literalsIn(text)]
    .flatMap((literal) => parseCidr(literal)?.cidr ?? [])
    .filter(({ address, prefixLength }) => prefixLength >= leastTelling[address.family]);
}

/** 198.18.0.0/15 is one network's, 172.16.0.0/12 anybody's. */
const leastTelling = { 4: 15, 6: 32 } as const;
