import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { buildExplainer } from "../src/build-explainer.ts";
import { followKnowledge } from "../src/follow-knowledge.ts";
import type { Log } from "../src/jobs/log.ts";
import { soundKnowledge } from "./support/sample-knowledge-files.ts";
import { sampleQuestion } from "./support/sample-question.ts";
import { withFolder } from "./support/temporary-folder.ts";

type Line = { readonly event: string; readonly facts: Parameters<Log>[1] };

/** A log that one can wait on for its next line. */
function waitableLog() {
  const lines: Line[] = [];
  const readers: ((line: Line) => void)[] = [];
  const log: Log = (event, facts) => {
    const reader = readers.shift();
    if (reader) reader({ event, facts });
    else lines.push({ event, facts });
  };
  const next = async () => lines.shift() ?? new Promise<Line>((resolve) => readers.push(resolve));
  return { log, next };
}

/** A bot's knowledge in folders of its own, followed while `use` runs. */
function following(use: (parts: Awaited<ReturnType<typeof begin>>) => Promise<void>): Promise<void> {
  return withFolder(soundKnowledge, (folder) =>
    withFolder({ "articles/none.txt": "", "networks.yaml": "networks: []\n" }, async (overlay) => {
      const parts = await begin(folder, overlay);
      try {
        await use(parts);
      } finally {
        parts.followed.close();
      }
    }),
  );
}

async function begin(folder: string, overlay: string) {
  const { log, next } = waitableLog();
  const base = { host: "127.0.0.1", port: 0, dataFolder: folder, logLevel: "silent" } as const;
  const config = { ...base, knowledgeFolder: folder, overlayFolder: overlay };
  const explainer = await buildExplainer(config, log);
  const followed = followKnowledge(config, explainer, log);
  /** The facts that an answer to a question about 10.77.1.2 rests on. */
  const factsTold = async (audience: "local" | "public-forum") => {
    const question = sampleQuestion("q", { text: "What is 10.77.1.2 on Acme Cluster?", audience });
    const { evidence } = (await explainer.explain(question)).answer;
    return evidence.filter(({ kind }) => kind === "fact").map(({ id }) => id);
  };
  return { folder, overlay, explainer, followed, next, factsTold };
}

const product = "products/acme-cluster.yaml";
const text = soundKnowledge[product] ?? "";
const moved = text.replace("10.8.0.0/16, ", "10.77.0.0/16, ");

describe("followKnowledge", () => {
  it("takes over what is written, also in one stroke as many editors do, and answers from it", () =>
    following(async ({ folder, explainer, next, factsTold }) => {
      expect(await factsTold("local")).toEqual([]);
      writeFileSync(join(folder, `${product}.new`), moved);
      renameSync(join(folder, `${product}.new`), join(folder, product));
      expect(await next()).toEqual({
        event: "knowledge-taken-over",
        facts: { version: "2026.1.2", products: 2, facts: 2, articles: 1 },
      });
      expect(await factsTold("local")).toEqual(["fact:acme-cluster/pods"]);
      writeFileSync(join(folder, "manifest.yaml"), "version: 2026.3.4\nschemaVersion: 1\n");
      expect((await next()).facts).toMatchObject({ version: "2026.3.4" });
      expect(explainer.views().internal.knowledge.version).toBe("2026.3.4");
    }));

  it("keeps the last sound knowledge while a file is broken, says what is wrong, and goes on once it is mended", () =>
    following(async ({ folder, explainer, next, factsTold }) => {
      const before = explainer.views();
      writeFileSync(join(folder, product), moved.replace("role: pod", "role: pods"));
      const { event, facts } = await next();
      expect(event).toBe("knowledge-refused");
      expect(facts).toMatchObject({ kept: "2026.1.2" });
      expect(String(facts.reason)).toMatch(/acme-cluster\.yaml:10 facts\[0\]\.claim\.role \("pods"\)/);
      expect(explainer.views()).toBe(before);
      writeFileSync(join(folder, product), moved);
      expect((await next()).event).toBe("knowledge-taken-over");
      expect(await factsTold("local")).toEqual(["fact:acme-cluster/pods"]);
    }));

  it("follows the overlay too, into folders that are new, for its own people alone", () =>
    following(async ({ overlay, next, factsTold }) => {
      const network =
        "{ id: lab, name: the lab, cidrs: [10.77.0.0/16], role: node, url: https://wiki.example.org/, checkedOn: 2026-01-02 }";
      writeFileSync(join(overlay, "networks.yaml"), `networks:\n  - ${network}\n`);
      expect((await next()).facts).toMatchObject({ facts: 3 });
      expect(await factsTold("local")).toEqual(["fact:own-networks/lab"]);
      expect(await factsTold("public-forum")).toEqual([]);
      mkdirSync(join(overlay, "products"));
      writeFileSync(join(overlay, "products/lab.yaml"), "id: lab\nname: Lab\nkind: cloud\nfacts: []\n");
      expect((await next()).facts).toMatchObject({ products: 3 });
    }));

  it("is quiet once it is closed", () =>
    following(async ({ folder, explainer, followed }) => {
      const before = explainer.views();
      writeFileSync(join(folder, product), moved);
      followed.close();
      // Longer than changes take to settle: nothing can be waited for where nothing is to come.
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(explainer.views()).toBe(before);
    }));
});
