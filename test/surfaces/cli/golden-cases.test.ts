import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LLMock } from "@copilotkit/aimock";
import { describe, expect, it, jest } from "@jest/globals";
import { loadKnowledge } from "../../../src/adapters/files/load-knowledge.ts";
import { buildView } from "../../../src/core/knowledge/knowledge-view.ts";
import { answerGoldenCase, keptAnswer } from "../../support/golden-case.ts";
import { startKubernetesServer } from "../../support/kubernetes-server/kubernetes-server.ts";
import { standInContext, writeKubeconfig } from "../../support/kubernetes-server/write-kubeconfig.ts";
import { runCli } from "../../support/run-cli.ts";
import { sampleOverlay } from "../../support/sample-overlay-files.ts";
import { withFolder } from "../../support/temporary-folder.ts";

// Each run is a process of its own, which on a busy machine takes its time.
jest.setTimeout(60_000);

const shipped = fileURLToPath(new URL("../../../knowledge/", import.meta.url));
const view = buildView(loadKnowledge(shipped, "2099-01-01").knowledge);
const question = "What is 10.42.0.15 on k3s?";

/** Replaces a word in a file; fails where it does not stand there, so that no test passes without its change. */
function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(file, text.replaceAll(from, to));
}

describe("explain --save", () => {
  it("writes a case that the golden tests take as it is, and that fails once a word of its answer is changed", async () => {
    await withFolder({ "thread.txt": "We see odd clients.\n---\nThe cluster runs k3s.\n" }, async (cwd) => {
      const words = ["What is 10.42.0.15?", "--thread", "thread.txt", "--provider", "k3s", "--save", "bug-1"];
      const { code, stdout, stderr } = await runCli(words, { cwd });
      expect(code).toBe(0);
      expect(stderr).toMatch(/^Saved in bug-1 \(question\.json, .*\): the question with 2 messages of its thread and/);
      expect(stderr.trimEnd().split("\n")).toHaveLength(1);

      const folder = join(cwd, "bug-1");
      expect(readdirSync(folder)).toEqual(["answer.md", "answer.txt", "question.json"]);
      expect(`${keptAnswer(folder)["answer.txt"]}\n`).toBe(stdout);
      expect(await answerGoldenCase(folder, view)).toEqual(keptAnswer(folder));

      edit(join(folder, "answer.md"), "pod range", "node range");
      expect(await answerGoldenCase(folder, view)).not.toEqual(keptAnswer(folder));
    });
  });

  it("keeps what the cluster and the model said, so that neither is needed again, and names what is private", async () => {
    const cluster = await startKubernetesServer();
    const model = new LLMock({ port: 0, host: "127.0.0.1" });
    await model.start();
    try {
      model.onMessage(/statements/, ({ messages }) => {
        const content = String(messages.at(-1)?.content);
        const statements: string[] = JSON.parse(content.slice(content.lastIndexOf("\n[")));
        const reworded = statements.map((text) => text.replace("is in 100.64.0.0/10", "is in the 100.64.0.0/10"));
        return { content: JSON.stringify({ statements: reworded }) };
      });
      await withFolder({}, async (cwd) => {
        const kube = { EXPLAIN_IP_KUBE_CONTEXT: standInContext, KUBECONFIG: await writeKubeconfig(cluster) };
        const seen = await runCli(["Who has 10.244.1.20?", "--save", "seen"], { cwd, env: kube });
        expect(seen.stderr).toMatch(/what the cluster said to 1 look .*It names shop\/cart-0 .*of your cluster/);
        expect(keptAnswer(join(cwd, "seen"))["answer.md"]).toContain("cart-0");

        const env = {
          EXPLAIN_IP_MODEL: "stand-in",
          OPENAI_API_KEY: "sk-0123456789",
          OPENAI_BASE_URL: `${model.url}/v1`,
        };
        const said = await runCli(["Why do requests come from 100.64.3.7?", "--save", "said"], { cwd, env });
        expect(said.stderr).toContain("the model's wording");
        expect(readFileSync(join(cwd, "said/question.json"), "utf8")).not.toContain(env.OPENAI_API_KEY);
        expect(keptAnswer(join(cwd, "said"))["answer.md"]).toContain("is in the 100.64.0.0/10");

        for (const name of ["seen", "said"]) {
          expect(await answerGoldenCase(join(cwd, name), view)).toEqual(keptAnswer(join(cwd, name)));
        }
      });
    } finally {
      await Promise.all([cluster.close(), model.stop()]);
    }
  });

  it("says where the answer tells what only the overlay says", async () => {
    await withFolder(sampleOverlay, async (cwd) => {
      const env = { EXPLAIN_IP_OVERLAY: cwd };
      const { stderr } = await runCli(["What is 10.88.3.4?", "--save", "case"], { cwd, env });
      expect(stderr).toMatch(/tells what only your overlay says \(fact:own-networks\/office-vpn[,)]/);
      const other = await runCli(["Does 10.43.0.0/16 overlap 10.0.0.0/8?", "--provider", "gke", "--save", "other"], {
        cwd,
        env,
      });
      expect(other.stderr).toMatch(/^Saved in other/);
      expect(other.stderr).not.toContain("overlay");
    });
  });

  it("refuses a folder with something in it before it answers", async () => {
    await withFolder({ "case/kept.txt": "mine" }, async (cwd) => {
      const { code, stdout, stderr } = await runCli([question, "--save", "case"], { cwd });
      expect([code, stdout]).toEqual([3, ""]);
      expect(stderr).toMatch(/^explain-ip: case is not empty: it holds kept\.txt\. Nothing was written\./);
    });
  });
});

describe("knowledge diff", () => {
  it("names the facts that changed, and shows how the golden questions' answers differ", async () => {
    await withFolder({}, async (cwd) => {
      const old = join(cwd, "old");
      cpSync(shipped, old, { recursive: true });
      edit(join(old, "products/k3s.yaml"), "10.42.", "10.44.");
      edit(join(old, "products/docker.yaml"), "  - id: default-bridge\n", "  - id: former-bridge\n");
      const { code, stdout } = await runCli(["knowledge", "diff", "old"], { cwd });
      expect(code).toBe(0);
      const lines = stdout.trimEnd().split("\n");
      expect(lines).toEqual(
        expect.arrayContaining(["changed k3s/pods", "added docker/default-bridge", "removed docker/former-bridge"]),
      );
      const shown = lines.slice(lines.indexOf("another answer to cluster-does-not-answer") + 1);
      const next = shown.findIndex((line) => !/^ {2}[-+] /.test(line));
      expect(shown.slice(0, next).filter((line) => line.includes("10.42.0.15"))).not.toEqual([]);
      const others = lines.filter((line) => line.startsWith("another answer"));
      expect(others).toContain("another answer to pod-seen-live");
      expect(others).not.toContain("another answer to looks-public-on-gke");
      expect(lines.at(-1)).toMatch(/1 added, 1 removed, \d+ changed; \d+ of \d+ golden questions with another answer$/);
    });
  });

  it("asks other golden questions where they are named, as one object for a program", async () => {
    await withFolder({}, async (cwd) => {
      await runCli([question, "--save", "pods"], { cwd });
      await runCli(["What is 127.0.0.1?", "--save", "loopback"], { cwd });
      cpSync(shipped, join(cwd, "old"), { recursive: true });
      edit(join(cwd, "old/products/k3s.yaml"), "hands pods addresses", "gives pods addresses");
      const { code, stdout } = await runCli(["knowledge", "diff", "old", "--golden", ".", "--json"], { cwd });
      expect(code).toBe(0);
      const { changed, golden } = JSON.parse(stdout);
      expect(changed).toEqual(["k3s/pods"]);
      expect(golden).toEqual({
        questions: 2,
        changed: [
          {
            question: "pods",
            difference: [
              expect.stringMatching(/^- .*gives pods addresses/),
              expect.stringMatching(/^\+ .*hands pods addresses/),
            ],
          },
        ],
      });
    });
  });

  it("says plainly where there are no golden questions, and where there is no such folder", async () => {
    await withFolder({ "none/readme.txt": "nothing" }, async (cwd) => {
      const none = await runCli(["knowledge", "diff", shipped, "--golden", "none"], { cwd });
      expect(none.code).toBe(0);
      expect(none.stdout).toContain("0 changed; no golden questions in none, --golden FOLDER names another");
      const gone = await runCli(["knowledge", "diff", shipped, "--golden", "gone"], { cwd });
      expect([gone.code, gone.stdout]).toEqual([3, ""]);
      expect(gone.stderr).toContain("There is no folder gone.");
    });
  });
});
