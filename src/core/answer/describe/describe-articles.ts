import type { Article, ArticleItem } from "../../knowledge/article.ts";
import { formatAddress } from "../../network/address.ts";
import { formatCidr } from "../../network/cidr.ts";
import { evidenceOfArticle } from "../evidence-of.ts";
import { type Piece, priorities } from "../piece.ts";
import type { Situation } from "../select/situation.ts";

/** What the matching articles say, the best article first; an item whose placeholder has no value is left out. */
export function describeArticles(situation: Situation): Piece[] {
  const values = placeholderValues(situation);
  return situation.articles.flatMap(({ article, isToThePoint }, i) => {
    const rank = isToThePoint ? priorities.toThePoint + i / 2 : priorities.article + i;
    return [
      ...fill(article, article.statements, "detail", rank, i === 0, values),
      ...fill(article, article.steps, "step", rank, i === 0, values),
      ...fill(
        article,
        article.checks,
        "check",
        tellsWhoseItIs(article) ? rank - priorities.article : rank,
        i === 0,
        values,
      ),
    ];
  });
}

/** First points come before second ones; what to do is one thing an article. */
const secondPointsWait: Readonly<Record<Piece["slot"], number>> = { detail: 1.2, step: 10, check: 10 };

/** The best article makes its second point before the next one its first. */
const bestWaits = 0.4;

/** What to check first is what the answer rests on: whose address it is, and which range the cluster has. */
function tellsWhoseItIs({ when }: Article): boolean {
  return when.topics.some((topic) => topic === "which-range" || topic === "what-is-address");
}

/** What a shell takes as one word: `*.example.com` is a name, and a pattern that a shell would fill in. */
const plainName = /^[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.-]*$/u;

type Values = Readonly<Record<string, string | undefined>>;

function placeholderValues({ subjects, reading }: Situation): Values {
  const blocks = subjects.map(({ subject }) => subject);
  const widest = blocks.find(({ kind }) => kind === "block") ?? blocks[0];
  return {
    address: blocks.filter(({ kind }) => kind === "address").map(({ block }) => formatAddress(block.address))[0],
    cidr: widest && formatCidr(widest.block),
    hostname: reading.hostnames.map(({ value }) => value.name).find((name) => plainName.test(name)),
  };
}

function fill(
  article: Article,
  items: readonly ArticleItem[],
  slot: Piece["slot"],
  rank: number,
  isBest: boolean,
  values: Values,
): Piece[] {
  return items.flatMap((item, i) => {
    const filled = fillPlaceholders(item.text, values);
    if (filled === undefined) return [];
    const { text, command } = splitCommand(filled, slot);
    const evidence = { ...evidenceOfArticle(article, item), statement: filled };
    const priority = rank + i * (isBest && slot === "detail" ? bestWaits : secondPointsWait[slot]);
    return [{ slot, priority, text, ...(command ? { command } : {}), evidence: [evidence] }];
  });
}

function fillPlaceholders(text: string, values: Values): string | undefined {
  const names = [...text.matchAll(/\{(address|cidr|hostname)\}/g)].map((match) => match[1] ?? "");
  if (names.some((name) => values[name] === undefined)) return undefined;
  return text.replace(/\{(address|cidr|hostname)\}/g, (_, name: string) => values[name] ?? "");
}

/** A check that opens with a line of code becomes a command to copy, and the rest says what it shows. */
function splitCommand(text: string, slot: Piece["slot"]): { text: string; command?: string } {
  const match = slot === "detail" ? null : /^`([^`]+)`\s*(.*)$/s.exec(text);
  if (!match) return { text };
  const [, command = "", rest = ""] = match;
  return { text: rest ? `This ${rest}` : "Run:", command };
}
