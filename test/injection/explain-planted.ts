import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { loadViews } from "../../src/adapters/files/load-views.ts";
import { answerQuestion, type World } from "../../src/answer-question.ts";
import type { Answer } from "../../src/core/answer/answer.ts";
import type { Rephrase } from "../../src/core/answer/rephrase/accept-rephrasing.ts";
import { buildView } from "../../src/core/knowledge/knowledge-view.ts";
import { sampleOverlay } from "../support/sample-overlay-files.ts";
import { sampleQuestion } from "../support/sample-question.ts";
import type { Planted } from "./attempts.ts";
import type { Carrier } from "./carriers.ts";

/** The knowledge that ships with an overlay of these files over it, as two views. */
export function loadWorld(overlayFiles: Readonly<Record<string, string>> = sampleOverlay) {
  const overlay = mkdtempSync(join(tmpdir(), "explain-ip-overlay-"));
  try {
    for (const [path, text] of Object.entries(overlayFiles)) {
      mkdirSync(dirname(join(overlay, path)), { recursive: true });
      writeFileSync(join(overlay, path), text);
    }
    const folder = join(import.meta.dirname, "..", "..", "knowledge");
    const { public: open, internal, problems } = loadViews({ folder, overlay }, "2026-11-23");
    return { ...buildView(open), internal: buildView(internal), problems };
  } finally {
    rmSync(overlay, { recursive: true });
  }
}

/** Asks a carrier's question with what was planted in it; `looks` counts how often a cluster was asked. */
export async function explainPlanted(
  world: World,
  { addressed, audience }: Carrier,
  { text, thread }: Planted,
  rephrase?: Rephrase,
): Promise<{ readonly answer: Answer; readonly looks: number }> {
  let looks = 0;
  const lookUpCluster = async () => {
    looks += 1;
    return [];
  };
  const question = sampleQuestion("q", {
    text,
    thread: thread.map((message) => ({ text: message })),
    addressed,
    audience,
  });
  const { answer } = await answerQuestion(question, { ...world, lookUpCluster, ...(rephrase ? { rephrase } : {}) });
  return { answer, looks };
}
