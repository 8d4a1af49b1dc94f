import type { AddressScope } from "../network/address-scope.ts";
import type { Topic } from "../question/topic.ts";
import type { NetworkRole } from "./network-role.ts";
import type { Source } from "./source.ts";

/** When an article speaks: every list that is not empty, but `hints`, must have a match, within a list any match is enough. */
export type ArticleConditions = {
  readonly topics: readonly Topic[];
  readonly scopes: readonly AddressScope[];
  readonly roles: readonly NetworkRole[];
  readonly products: readonly string[];
  /** Phrases in the question, lower case, matched as whole words. */
  readonly words: readonly string[];
  /** Phrases that make the article fit better without being asked for. */
  readonly hints: readonly string[];
};

/** One item of an article; `{address}`, `{cidr}` and `{hostname}` in its text are filled from the question. */
export type ArticleItem = { readonly text: string; readonly sources: readonly Source[] };

/** An explanation that answers a kind of question. */
export type Article = {
  readonly id: string;
  readonly title: string;
  /** How people put the questions that it answers, in their words. They are matched, never said. */
  readonly asks: readonly string[];
  readonly when: ArticleConditions;
  readonly statements: readonly ArticleItem[];
  readonly steps: readonly ArticleItem[];
  readonly checks: readonly ArticleItem[];
  readonly visibility: "public" | "private";
};
