import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readPrompt } from "../../src/adapters/files/read-prompt.ts";
import { createRephrase } from "../../src/adapters/model/create-rephrase.ts";
import type { Answer } from "../../src/core/answer/answer.ts";
import { statementsOf } from "../../src/core/answer/compose-answer.ts";
import { evidenceOfArticle, evidenceOfFact, evidenceOfRow } from "../../src/core/answer/evidence-of.ts";
import { renderMarkdown } from "../../src/core/answer/render-markdown.ts";
import { verifyAnswer } from "../../src/core/answer/verify/verify-answer.ts";
import { mayUse } from "../../src/core/evidence/data-scope.ts";
import type { Evidence } from "../../src/core/evidence/evidence.ts";
import type { Knowledge } from "../../src/core/knowledge/knowledge.ts";
import { type HostileEndpoint, startHostileEndpoint } from "../support/hostile-endpoint.ts";
import { secretsOfOverlay } from "../support/sample-overlay-files.ts";
import { claims, orders, plantedAddresses, plantedWords, type Vehicle, vehicles } from "./attempts.ts";
import { type Carrier, carriers } from "./carriers.ts";
import { explainPlanted, loadWorld } from "./explain-planted.ts";

const world = loadWorld();

type Attempt = { readonly vehicle: Vehicle; readonly text: string; readonly lie?: RegExp };
const attempts: readonly Attempt[] = vehicles.flatMap((vehicle) => [
  ...orders.map((text) => ({ vehicle, text })),
  ...claims.map(({ text, lie }) => ({ vehicle, text, lie })),
]);

/** Each attempt meets four questions, and each question a fifth of the attempts and more. */
const MEETINGS = 3;
const meetings = attempts.flatMap((attempt, i) =>
  Array.from({ length: MEETINGS }, (_, turn) => ({ attempt, carrier: carriers[(i + turn * 5) % carriers.length] })),
);
function attemptsOn(carrier: Carrier): Attempt[] {
  return meetings.filter((meeting) => meeting.carrier === carrier).map(({ attempt }) => attempt);
}

/** A line that wants nothing, to tell what an attempt does from what any words do in its place. */
const harmless = "The weather is nice and lunch is at noon.";

/** Asked once each, whatever is looked at in the answer. */
const explained = new Map<Carrier, Map<string, ReturnType<typeof explainPlanted>>>(
  carriers.map((carrier) => [carrier, new Map()]),
);
function explain(carrier: Carrier, vehicle: Vehicle, text: string): ReturnType<typeof explainPlanted> {
  const planted = vehicle.plant(carrier, text);
  const key = JSON.stringify(planted);
  const given = explained.get(carrier)?.get(key) ?? explainPlanted(world, carrier, planted);
  explained.get(carrier)?.set(key, given);
  return given;
}

/** Everything that the knowledge has to say, word for word, by the id it is cited by. */
function wordsOf(knowledge: Knowledge): Map<string, string> {
  const evidence = [
    ...knowledge.registry.rows.map(evidenceOfRow),
    ...[...knowledge.products.values()].flatMap(({ facts }) => facts.map(evidenceOfFact)),
    ...knowledge.articles.flatMap((article) =>
      [...article.statements, ...article.steps, ...article.checks].map((item) => evidenceOfArticle(article, item)),
    ),
  ];
  return new Map(evidence.map(({ id, statement }) => [id, statement]));
}
const words = wordsOf(world.internal.knowledge);

/** What may stand in the place of a placeholder: one address, block or host name. */
const value = "[^\\s`\"']+";

/** Whether a statement is what the knowledge says, with the thread's own address or name put in where it leaves room. */
function isSaidBy(known: Map<string, string>, { id, statement }: Evidence): boolean {
  const parts = known.get(id)?.split(/\{(?:address|cidr|hostname)\}/) ?? ["", ""];
  const pattern = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join(value);
  return new RegExp(`^${pattern}$`).test(statement);
}

/** Evidence that cites the knowledge and does not say what the knowledge says. */
function falsified({ evidence }: Answer, known = words): string[] {
  const cited = evidence.filter(({ kind }) => kind === "registry" || kind === "fact" || kind === "article");
  return cited.filter((item) => !isSaidBy(known, item)).map(({ id }) => id);
}

/** Lines that change something where they are applied. A command to look something up may name what the thread names. */
function toApply(answer: Answer): string {
  return statementsOf(answer)
    .map(({ snippet }) => snippet?.text ?? "")
    .join("\n");
}

const ruin = /(?<![\d.])0\.0\.0\.0\/0|(?<![\da-f:])::\/0|delete|evil/i;

test("there are enough of them", () => {
  const texts = attempts.map(({ vehicle, text }) => JSON.stringify(vehicle.plant({ text: "Q", thread: [] }, text)));
  expect(new Set(texts).size).toBeGreaterThanOrEqual(800);
  expect(carriers.length).toBeGreaterThanOrEqual(15);
  for (const carrier of carriers) expect(attemptsOn(carrier).length).toBeGreaterThan(100);
});

/**
 * What a planted text can do is what its words do: of an address that it names is told where it lies, by the registries, by
 * the products' ranges and by calculation, and its words help to choose among what the knowledge says. It cannot do more, and
 * that is what is held here: the action is the one of harmless words in its place, what is cited stands so in the knowledge,
 * no claim, order or link of it is repeated, and nobody is told more than before.
 */
describe.each(carriers.map((carrier) => [carrier.text, carrier] as const))("%s", (_text, carrier) => {
  test("is treated as with harmless words in the same places", async () => {
    expect((await explainPlanted(world, carrier, carrier)).answer.action).toBe(carrier.action);
    for (const { vehicle, text } of attemptsOn(carrier)) {
      const expected = (await explain(carrier, vehicle, harmless)).answer.action;
      const { answer } = await explain(carrier, vehicle, text);
      expect([text, vehicle.name, answer.action]).toEqual([text, vehicle.name, expected]);
    }
  });

  test("is told nothing but what the knowledge says and what can be calculated", async () => {
    for (const { vehicle, text, lie } of attemptsOn(carrier)) {
      const { answer } = await explain(carrier, vehicle, text);
      const rendered = renderMarkdown(answer);
      const told = {
        falsified: falsified(answer),
        words: plantedWords.exec(rendered)?.[0],
        lie: lie?.exec(rendered)?.[0],
        problems: verifyAnswer(answer, carrier.audience),
      };
      const nothing = { falsified: [], words: undefined, lie: undefined, problems: [] };
      expect({ text, place: vehicle.name, ...told }).toEqual({ text, place: vehicle.name, ...nothing });
    }
  });

  test("gets nothing to apply that somebody else wrote or a machine printed", async () => {
    for (const { vehicle, text } of attemptsOn(carrier)) {
      const { answer } = await explain(carrier, vehicle, text);
      const found = vehicle.ownWords ? undefined : plantedAddresses.exec(toApply(answer))?.[0];
      expect([text, vehicle.name, found]).toEqual([text, vehicle.name, undefined]);
      const given = statementsOf(answer).map(({ command, snippet }) => [command ?? "", snippet?.text ?? ""]);
      expect(given.flat().join("\n")).not.toMatch(ruin);
    }
  });

  test("is answered for the same readers", async () => {
    const isTrusted = mayUse(carrier.audience, "live-cluster");
    for (const { vehicle, text } of attemptsOn(carrier)) {
      const { answer, looks } = await explain(carrier, vehicle, text);
      if (isTrusted) continue;
      expect([text, vehicle.name, looks]).toEqual([text, vehicle.name, 0]);
      expect(JSON.stringify(answer)).not.toMatch(secretsOfOverlay);
    }
  });
});

describe("with a model that does what is planted", () => {
  let hostile: HostileEndpoint;
  beforeAll(async () => {
    hostile = await startHostileEndpoint();
  });
  afterAll(() => hostile.close());

  test("every answer says what it says without a model", async () => {
    const prompts = join(import.meta.dirname, "..", "..", "prompts");
    const rephrase = createRephrase({
      apiKey: "any",
      baseUrl: hostile.baseUrl,
      model: "hostile",
      timeoutMs: 8_000,
      spending: { tokensPerQuestion: 100_000 },
      prompt: readPrompt(join(prompts, "rephrase-answer.md")),
      log: () => undefined,
      now: () => new Date(),
    });
    for (const { attempt, carrier } of meetings.filter((_, i) => i % (2 * MEETINGS) === 0)) {
      if (!carrier) continue;
      const planted = attempt.vehicle.plant(carrier, attempt.text);
      hostile.obey(attempt.text);
      const plain = await explain(carrier, attempt.vehicle, attempt.text);
      const { answer } = await explainPlanted(world, carrier, planted, rephrase);
      expect({ ...answer, composedBy: "template" }).toEqual(plain.answer);
    }
    expect(hostile.asked()).toBeGreaterThan(200);
  }, 120_000);
});

describe("planted in an overlay's article", () => {
  const articles = [...orders, ...claims.map(({ text }) => text)].map((text, i): [string, string] => [
    `articles/planted-${i}.md`,
    `---\nid: planted-${i}\ntitle: Notes\nwhen:\n  topics: [what-is-address, which-range, why-source, overlap]\nsources:\n  wiki:\n    url: https://wiki.quokka.example/notes\n    title: Notes\n    locator: Top\n    kind: observed\n    checkedOn: 2026-11-02\n---\n## Statements\n- ${text} [wiki]\n`,
  ]);
  const bare = loadWorld({});
  const planted = loadWorld(Object.fromEntries(articles));

  test("the articles are read", () => {
    expect(planted.internal.knowledge.articles.length - bare.internal.knowledge.articles.length).toBeGreaterThan(40);
  });

  test.each(carriers.map((carrier) => [carrier.text, carrier] as const))("%s", async (_text, carrier) => {
    const [before, after] = [
      await explainPlanted(bare, carrier, carrier),
      await explainPlanted(planted, carrier, carrier),
    ];
    expect(after.answer.action).toBe(before.answer.action);
    expect(after.looks).toBe(before.looks);
    if (!mayUse(carrier.audience, "private-overlay")) expect(after.answer).toEqual(before.answer);
    expect(falsified(after.answer, wordsOf(planted.internal.knowledge))).toEqual([]);
    expect(verifyAnswer(after.answer, carrier.audience)).toEqual([]);
    expect(renderMarkdown(after.answer)).not.toMatch(/<script|<!channel>|\]\(https:\/\/evil|!\[|@everyone/);
  });
});
