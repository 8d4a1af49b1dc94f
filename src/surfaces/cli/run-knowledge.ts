import { toArticleRecord } from "../../contract/article-record.ts";
import { toFactRecord, toFoundFactRecord, toProductRecord } from "../../contract/knowledge-record.ts";
import { toKnowledgeReview } from "../../contract/knowledge-review-record.ts";
import { countKnowledge } from "../../core/knowledge/count-knowledge.ts";
import type { Fact } from "../../core/knowledge/fact.ts";
import { findFacts, type Knowledge } from "../../core/knowledge/knowledge.ts";
import type { Product } from "../../core/knowledge/product.ts";
import { productNamed } from "../../core/knowledge/product-named.ts";
import { parseAddress } from "../../core/network/address.ts";
import { formatCidr } from "../../core/network/cidr.ts";
import { ExplainIpError } from "../../errors.ts";
import type { KnowledgeCommand } from "./command.ts";
import type { CommandIo } from "./command-io.ts";
import { type GoldenQuestions, runKnowledgeDiff } from "./run-knowledge-diff.ts";

/** The knowledge with what is wrong with it, a sentence each. */
export type ReviewedKnowledge = { readonly knowledge: Knowledge; readonly problems: readonly string[] };

/** What the acts need beside their words; `folder` is another one than that in use. */
export type KnowledgeSources = {
  readonly load: (folder?: string) => ReviewedKnowledge;
  readonly openGolden: (folder?: string) => GoldenQuestions;
  /** YYYY-MM-DD */
  readonly today: string;
};

/** `explain-ip knowledge …`: judge it, list it, show one product or fact, or find who uses an address. */
export async function runKnowledge(
  command: KnowledgeCommand,
  io: CommandIo,
  { load, openGolden, today }: KnowledgeSources,
): Promise<void> {
  const { knowledge, problems } = load();
  if (problems.length > 0 && command.act !== "check") {
    io.complain("Part of the knowledge is broken and left out here; `explain-ip knowledge check` names it.");
  }
  switch (command.act) {
    case "check":
      return check(knowledge, problems, command.json, io);
    case "list":
      return list([...knowledge.products.values()], command.json, io);
    case "stats":
      return stats(knowledge, today, command.json, io);
    case "diff":
      return runKnowledgeDiff(
        loadOlder(command.folder, load, io),
        knowledge,
        openGolden(command.golden),
        command.json,
        io,
      );
    case "show":
      return show(command.id, knowledge, io);
    case "find":
      return find(command.address, command.product, knowledge, command.json, io);
  }
}

/** An older version need not be sound by today's rules: what can be read of it is compared. */
function loadOlder(folder: string, load: KnowledgeSources["load"], io: CommandIo): Knowledge {
  const { knowledge, problems } = load(folder);
  if (problems.length > 0) {
    const check = `\`EXPLAIN_IP_KNOWLEDGE=${folder} explain-ip knowledge check\` names it`;
    io.complain(`Part of ${folder} is broken by today's rules and left out here; ${check}.`);
  }
  return knowledge;
}

async function check(knowledge: Knowledge, problems: readonly string[], json: boolean, io: CommandIo): Promise<void> {
  const review = toKnowledgeReview(knowledge, problems);
  if (json) await io.print(JSON.stringify(review, null, 2));
  else {
    for (const problem of problems) await io.print(problem);
    const { version, products, facts, articles, registryRows } = review;
    const counts = { products, facts, articles, registryRows, problems: problems.length };
    await io.print(`version ${version}, ${listCounts(counts)}`);
  }
  if (problems.length === 0) return;
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  throw new ExplainIpError("knowledge-broken", `The knowledge has ${count}.`, "Mend the files named above.");
}

async function list(products: readonly Product[], json: boolean, io: CommandIo): Promise<void> {
  if (json) return io.print(JSON.stringify(products.map(toProductRecord), null, 2));
  for (const { id, name, kind, facts } of products) await io.print(`${id}  ${name} (${kind}), ${facts.length} facts`);
}

async function stats(knowledge: Knowledge, today: string, json: boolean, io: CommandIo): Promise<void> {
  const counts = countKnowledge({ ...knowledge, products: [...knowledge.products.values()] }, today);
  if (json) return io.print(JSON.stringify(counts, null, 2));
  for (const [name, count] of Object.entries(counts)) {
    await io.print(`${name}: ${typeof count === "object" ? listCounts(count) : Number(count.toFixed(3))}`);
  }
}

function listCounts(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}

async function show(id: string, knowledge: Knowledge, io: CommandIo): Promise<void> {
  const fact = knowledge.facts.get(id);
  const product = knowledge.products.get(id);
  const article = knowledge.articles.find((candidate) => candidate.id === id);
  const record = fact ? toFactRecord(fact) : product ? toProductRecord(product) : article && toArticleRecord(article);
  if (record) return io.print(JSON.stringify(record, null, 2));
  const remedy = "`explain-ip knowledge list` names the products; a fact is product/name.";
  throw new ExplainIpError("bad-input", `There is no product, fact or article "${id}".`, remedy);
}

async function find(
  text: string,
  named: string | undefined,
  knowledge: Knowledge,
  json: boolean,
  io: CommandIo,
): Promise<void> {
  const address = parseAddress(text);
  if (!address)
    throw new ExplainIpError("bad-input", `"${text}" is not an address.`, "Give one, as in 100.64.1.2 or fd00::1.");
  const product = named === undefined ? undefined : productNamed(knowledge, named);
  if (named !== undefined && !product) {
    const remedy = `The products are ${[...knowledge.products.keys()].join(", ")}.`;
    throw new ExplainIpError("bad-input", `There is no product "${named}".`, remedy);
  }
  const found = findFacts(knowledge, address, product?.id);
  if (json) return io.print(JSON.stringify(found.map(toFoundFactRecord), null, 2));
  if (found.length === 0) await io.print(`No fact holds ${text}.`);
  for (const { fact, cidr } of found) await io.print(`${formatCidr(cidr)}  ${fact.id}: ${sayFact(fact)}`);
}

function sayFact(fact: Fact): string {
  return `${fact.statement} (${fact.sources.map((source) => source.title).join("; ")})`;
}
