import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { loadViews } from "../src/adapters/files/load-views.ts";
import { answerQuestion, type Explanation } from "../src/answer-question.ts";
import { buildExplainer } from "../src/build-explainer.ts";
import { toAnswerRecord } from "../src/contract/answer-record.ts";
import { toEntityNames } from "../src/contract/entity-names.ts";
import { renderMarkdown } from "../src/core/answer/render-markdown.ts";
import { mayUse } from "../src/core/evidence/data-scope.ts";
import { buildView } from "../src/core/knowledge/knowledge-view.ts";
import type { Audience } from "../src/core/question/audience.ts";
import { sampleOverlay, secretsOfOverlay } from "./support/sample-overlay-files.ts";
import { sampleQuestion } from "./support/sample-question.ts";

const folder = join(import.meta.dirname, "..", "knowledge");
const overlay = mkdtempSync(join(tmpdir(), "explain-ip-overlay-"));
for (const [path, text] of Object.entries(sampleOverlay)) {
  mkdirSync(dirname(join(overlay, path)), { recursive: true });
  writeFileSync(join(overlay, path), text);
}
afterAll(() => rmSync(overlay, { recursive: true }));

const loaded = loadViews({ folder, overlay }, "2026-11-23");
const open = buildView(loaded.public);
const world = { ...open, internal: buildView(loaded.internal) };
const explain = (text: string, audience: Audience, thread: readonly { text: string; fromBot: boolean }[] = []) =>
  answerQuestion(sampleQuestion("q", { text, audience, thread }), world);

/** Everything that leaves the program for this question, in one text. */
function allThatIsTold({ answer, reading }: Explanation): string {
  const products = reading.products.map(({ product }) => product);
  const record = toAnswerRecord(1, answer, toEntityNames(reading.entities, products));
  return `${renderMarkdown(answer)}\n${JSON.stringify(record)}\n${JSON.stringify(answer)}`;
}

const audiences = ["public-forum", "shared-channel", "internal-channel", "direct-message", "local"] as const;
const own = audiences.filter((audience) => mayUse(audience, "private-overlay"));
const others = audiences.filter((audience) => !mayUse(audience, "private-overlay"));

test("the overlay is sound over the knowledge that ships", () => {
  expect(loaded.problems.filter(({ file }) => file.startsWith(overlay))).toEqual([]);
});

describe.each(own)("for %s", (audience) => {
  test("a named network is a documented meaning where no product is named, and nothing is asked back", async () => {
    const { answer } = await explain("What is 10.88.3.4?", audience);
    expect(answer.summary?.text).toMatch(/10\.88\.0\.0\/16.* the Quokka office VPN/);
    expect(answer.certainty).toBe("documented");
    expect(answer.ask).toBeUndefined();
    expect(answer.citations[0]?.url).toBe("https://wiki.quokka.example/networks");
  });

  test("its products are known by name, and what it overrides speaks for the product it is about", async () => {
    expect((await explain("What is 100.66.1.2 in quokka prod?", audience)).answer.summary?.text).toContain(
      "Quokka Cluster",
    );
    expect(renderMarkdown((await explain("What is the default service range of k3s?", audience)).answer)).toContain(
      "10.143.0.0/16",
    );
  });

  test("its articles are told", async () => {
    const { answer } = await explain("Which addresses must we allow for outbound traffic?", audience);
    expect(renderMarkdown(answer)).toContain("Bilby gateway");
  });
});

const asked = fc.constantFrom(
  ..."10.88.3.4 fd88:6b6f::1 100.66.1.2 10.143.0.10 10.43.0.10 10.88.0.0/16 100.66.x.x 0.0.0.0/0".split(" "),
);
const named = fc.constantFrom(
  "",
  "on k3s",
  "in quokka prod",
  "at Quokka Cluster",
  "own-networks",
  "quokka-cluster",
  "on EKS",
);
const form = fc.constantFrom(
  "What is",
  "Whose is",
  "Which addresses must we allow for outbound traffic from",
  "Why do we see the source",
  "What is the default service range of",
  "Does this overlap with anything:",
);

test("no word of the overlay reaches others, whatever is asked, also by somebody who knows its names", async () => {
  const thread = fc.array(
    fc.tuple(named, asked).map((parts) => ({ text: parts.join(" "), fromBot: false })),
    { maxLength: 2 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...others),
      form,
      named,
      asked,
      thread,
      async (audience, start, place, address, talk) => {
        const text = `${start} ${address} ${place}?`;
        const told = await explain(text, audience, talk);
        const without = await answerQuestion(sampleQuestion("q", { text, audience, thread: talk }), open);
        // To the letter what is told where there is no overlay at all: what the asker wrote may come back, nothing else can.
        expect(allThatIsTold(told)).toBe(allThatIsTold(without));
      },
    ),
    { numRuns: 300 },
  );
});

test("and the same questions do bring it out among its own: the property above can fail", async () => {
  const { answer } = await explain("What is 10.88.3.4?", "internal-channel");
  expect(renderMarkdown(answer)).toMatch(secretsOfOverlay);
  expect(answer.evidence.some(({ isPrivate }) => isPrivate)).toBe(true);
});

test("a forum that gives the private product's id is not told that it exists, nor which there are", async () => {
  const config = {
    host: "127.0.0.1",
    port: 0,
    dataFolder: "data",
    logLevel: "silent",
    overlayFolder: overlay,
  } as const;
  const explainer = await buildExplainer(config, () => {});
  const ask = (audience: Audience) =>
    explainer.explain(sampleQuestion("q", { text: "What is 10.0.0.1?", audience, product: "quokka-cluster" }));
  await expect(ask("public-forum")).rejects.toThrow(/There is no product "quokka-cluster"/);
  await expect(ask("public-forum")).rejects.toMatchObject({ remedy: expect.not.stringMatching(secretsOfOverlay) });
  expect((await ask("local")).answer.action).toBe("answer");
});
