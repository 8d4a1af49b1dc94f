import type { ArticleItem } from "../../knowledge/article.ts";
import type { Configurability } from "../../knowledge/fact.ts";
import type { FactPassage, ItemPassage } from "../../knowledge/passage.ts";
import { formatAddress } from "../../network/address.ts";
import { formatCidr } from "../../network/cidr.ts";
import type { Topic } from "../../question/topic.ts";
import { evidenceOfArticle, evidenceOfFact } from "../evidence-of.ts";
import { type Piece, priorityOf } from "../piece.ts";
import type { Situation } from "../select/situation.ts";

/** What the knowledge says to the question, sentence by sentence; one whose placeholder has no value is left out. */
export function describePassages(situation: Situation): Piece[] {
  const values = placeholderValues(situation);
  const asksForRanges = situation.reading.topics.some(({ topic }) => rangeTopics.has(topic));
  return situation.passages.flatMap(({ passage, worth }) => {
    const priority = priorityOf(worth);
    return passage.kind === "fact"
      ? describeFact(passage, priority, asksForRanges)
      : describeItem(passage, priority, values);
  });
}

const rangeTopics: ReadonlySet<Topic> = new Set(["which-range", "documented", "change-range", "allow-inbound"]);

function describeFact({ fact }: FactPassage, priority: number, asksForRanges: boolean): Piece {
  const { statement, configurableBy: setting } = fact;
  const change = asksForRanges && setting && !statement.includes(setting.option) ? ` ${sayChange(setting)}` : "";
  return { slot: "detail", priority, text: `${statement}${change}`, evidence: [evidenceOfFact(fact)] };
}

function sayChange({ option, when }: Configurability): string {
  if (when === "never") return "It cannot be changed.";
  return `Set by \`${option}\`${when === "creation" ? ", only at creation" : ""}.`;
}

/**
 * What a shell takes as one word: `*.example.com` is a name, and a pattern that a shell would fill in. A label longer than
 * people give carries a message, and a look-up would deliver it.
 */
const plainName = /^(?![^.]{41}|.*\.[^.]{41})[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.-]*$/u;

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

function describeItem(
  { slot, from: { article }, item, position }: ItemPassage,
  priority: number,
  values: Values,
): Piece[] {
  const filled = fillPlaceholders(item, values);
  if (filled === undefined) return [];
  const evidence = { ...evidenceOfArticle(article, item), statement: filled };
  return [{ slot, priority, ...splitCommand(filled, slot), evidence: [evidence], article: article.id, position }];
}

function fillPlaceholders({ text }: ArticleItem, values: Values): string | undefined {
  const names = [...text.matchAll(/\{(address|cidr|hostname)\}/g)].map((match) => match[1] ?? "");
  if (names.some((name) => values[name] === undefined)) return undefined;
  return text.replace(/\{(address|cidr|hostname)\}/g, (_, name: string) => values[name] ?? "");
}

/** A check that opens with a line of code becomes a command to copy, and the rest says what it shows. */
function splitCommand(text: string, slot: Piece["slot"]): Pick<Piece, "text" | "command"> {
  const match = slot === "detail" ? null : /^`([^`]+)`\s*(.*)$/s.exec(text);
  if (!match) return { text };
  const [, command = "", rest = ""] = match;
  return { text: rest ? `This ${rest}` : "Run:", command };
}
