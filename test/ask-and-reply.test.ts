import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { loadSoundKnowledge } from "../src/adapters/files/load-knowledge.ts";
import { answerQuestion } from "../src/answer-question.ts";
import type { Answer } from "../src/core/answer/answer.ts";
import { statementsOf } from "../src/core/answer/compose-answer.ts";
import { renderMarkdown } from "../src/core/answer/render-markdown.ts";
import type { ThreadMessage } from "../src/core/question/question.ts";
import { buildProductLexicon } from "../src/core/question/recognise-products.ts";
import { renderAnswer } from "../src/surfaces/slack/render/render-answer.ts";
import { sampleQuestion } from "./support/sample-question.ts";

const knowledge = loadSoundKnowledge(join(import.meta.dirname, "..", "knowledge"), "2099-01-01");
const lexicon = buildProductLexicon(
  [...knowledge.products.values()].flatMap(({ id, name, aliases }) =>
    [id, name, ...aliases].map((phrase) => ({ phrase, product: id })),
  ),
);

async function answer(text: string, thread: readonly ThreadMessage[] = [], addressed = true): Promise<Answer> {
  const question = sampleQuestion("q", { text, thread, addressed });
  return (await answerQuestion(question, { knowledge, lexicon })).answer;
}

const opening = "What is 100.64.3.7?";
const wordsOf = (told: Answer) =>
  statementsOf(told)
    .map(({ text }) => text)
    .join("\n");

describe.each<[string, (told: Answer) => string]>([
  ["in a forum", renderMarkdown],
  ["in Slack", (told) => renderAnswer(told).text],
])("%s a question of ours is answered", (_, render) => {
  const threadAfter = async () => {
    const told = await answer(opening);
    return { told, thread: [{ text: opening }, { text: render(told), fromBot: true }] };
  };

  test("with the number of an answer that was offered, and is not asked again", async () => {
    const { told, thread } = await threadAfter();
    const at = told.ask?.options.indexOf("Scaleway Kapsule") ?? -1;
    expect(at).toBeGreaterThanOrEqual(0);
    const next = await answer(String(at + 1), thread);
    expect(next.action).toBe("answer");
    expect(wordsOf(next)).toMatch(/100\.64\.0\.0\/15/);
    expect(next.certainty).toBe("documented");
    expect(next.ask).toBeUndefined();
  });

  test("with a name, also where nobody calls us", async () => {
    const { thread } = await threadAfter();
    const next = await answer("Scaleway", thread, false);
    expect(next.action).toBe("answer");
    expect(wordsOf(next)).toMatch(/Kapsule gives pods/);
  });

  test("with something else: what was offered is not told again", async () => {
    const { told, thread } = await threadAfter();
    const next = await answer("something else", thread);
    for (const option of told.ask?.options ?? []) expect(wordsOf(next)).not.toContain(option);
    expect(next.ask?.text).not.toBe(told.ask?.text);
  });

  test("by nothing, and the same is not asked twice", async () => {
    const { told, thread } = await threadAfter();
    expect((await answer(`And again: ${opening}`, thread)).ask?.text).not.toBe(told.ask?.text);
  });
});

test("the kind of place and how it was seen are understood as well", async () => {
  const asked = (text: string) => [{ text: opening }, { text, fromBot: true }];
  const kind = "**What kind of place does this run in?** (a managed Kubernetes, a VPN, something else)";
  const vpn = wordsOf(await answer("a VPN", asked(kind)));
  expect(vpn).toMatch(/Tailscale/);
  expect(vpn).not.toMatch(/Kapsule|OpenShift/);
  const seen = "**Was it seen as a source or as a destination?** (as a source, as a destination, something else)";
  const destination = await answer("it's the destination", asked(seen));
  expect(destination.action).toBe("answer");
});
