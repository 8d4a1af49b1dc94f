import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, jest } from "@jest/globals";
import { jsonLines, runCli } from "../../support/run-cli.ts";
import { soundKnowledge } from "../../support/sample-knowledge-files.ts";
import { withFolder } from "../../support/temporary-folder.ts";

// Each run is a process of its own, which on a busy machine takes its time; what needs none is tested beside the functions.
jest.setTimeout(60_000);

const root = fileURLToPath(new URL("../../../", import.meta.url));

describe("the command line, as a process", () => {
  it("prints its version", async () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(await runCli(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("prints help for no words, whatever the environment is", async () => {
    const { code, stdout, stderr } = await runCli([], { env: { EXPLAIN_IP_PORT: "none" } });
    expect([code, stderr]).toEqual([0, ""]);
    for (const word of [
      "batch",
      "extract",
      "classify",
      "overlap",
      "knowledge",
      "serve",
      "work",
      "doctor",
      "Exit codes",
    ])
      expect(stdout).toContain(word);
  });

  it("leaves with 2 for a command that is none, and suggests one", async () => {
    const { code, stdout, stderr } = await runCli(["clasify"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^explain-ip: There is no command "clasify"\. Did you mean `classify`\?/);
  });

  it("answers a question in UTF-8 that begins with a dash", async () => {
    const { code, stdout, stderr } = await runCli(["--", "-> 来自 100.64.3.7 的请求？ Où tourne-t-il ?"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("100.64.0.0/10");
    expect(stdout).toContain("RFC 6598");
  });

  it("answers a batch in order, names broken lines in their place and goes on", async () => {
    const huge = JSON.stringify({ id: "huge", question: `What is 10.0.0.1? ${"x".repeat(300_000)}` });
    const lines = [
      '\uFEFF{"id":1,"question":"What is 127.0.0.1?"}',
      "{broken",
      "",
      huge,
      '{"id":"line separator","question":"What is\u2028192.0.2.1?"}',
      '{"id":5,"question":"hello","addressed":false}',
    ];
    const { code, stdout, stderr } = await runCli(["batch"], { input: `${lines.join("\n")}\r\n` });
    expect([code, stderr]).toEqual([0, ""]);
    expect(jsonLines(stdout)).toMatchObject([
      { id: 1, action: "answer", entities: { addresses: ["127.0.0.1"] } },
      { error: { code: "bad-input" } },
      { id: "huge", error: { message: expect.stringContaining("200000 characters") } },
      { id: "line separator", entities: { addresses: ["192.0.2.1"] } },
      { id: 5, action: "silent", text: "" },
    ]);
  });

  it("says before it reads anything that a product or a thread is not there", async () => {
    const provider = await runCli(["--provider", "nimbus", "What is 10.0.0.1?"]);
    expect([provider.code, provider.stdout]).toEqual([3, ""]);
    expect(provider.stderr).toMatch(/There is no product "nimbus"\. Use one of .*scaleway-kapsule/);
    const thread = await runCli(["--thread", "gone.txt", "What is 10.0.0.1?"]);
    expect([thread.code, thread.stdout]).toEqual([3, ""]);
    expect(thread.stderr).toContain("gone.txt could not be read. There is no such file.");
  });

  it.each([
    ["a JSON array", JSON.stringify(["We run on Scaleway Kapsule.", "Nobody has changed it."])],
    ["texts between lines of hyphens", "We run on Scaleway Kapsule.\n---\nNobody has changed it.\n"],
  ])("reads a thread as %s, and answers with what it says", async (_name, text) => {
    await withFolder({ "thread.txt": text }, async (cwd) => {
      const words = ["--thread", "thread.txt", "--json", "Why do requests come from 100.64.3.7?"];
      const { code, stdout } = await runCli(words, { cwd });
      expect(code).toBe(0);
      const answer = JSON.parse(stdout);
      expect(answer.evidence.map(({ id }: { id: string }) => id)).toContain("fact:scaleway-kapsule/pods");
    });
  });

  it("explains silence", async () => {
    const { code, stdout } = await runCli(["--explain-silence", "lunch at noon, anyone?"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^silent: \S/);
  });

  it("names all problems of a broken knowledge folder with file, line, value and remedy, and leaves with 5", async () => {
    const product = soundKnowledge["products/acme-cluster.yaml"] ?? "";
    const files = {
      ...soundKnowledge,
      "products/acme-cluster.yaml": product
        .replace("10.8.0.0/16, ", "10.8.1.0/16, ")
        .replace("role: pod\n", "role: pods\n"),
      "products/bad.yaml": "id: [",
      "articles/bad.md": "no front matter",
    };
    await withFolder(files, async (folder) => {
      const { code, stdout, stderr } = await runCli(["knowledge", "check"], { env: { EXPLAIN_IP_KNOWLEDGE: folder } });
      expect(code).toBe(5);
      const lines = stdout.trimEnd().split("\n");
      expect(lines).toHaveLength(5);
      const acme = `${folder}/products/acme-cluster.yaml`;
      expect(lines).toContainEqual(
        expect.stringMatching(new RegExp(`^${acme}:10 facts\\[0\\]\\.claim\\.role \\("pods"\\): .* See`)),
      );
      expect(lines).toContainEqual(expect.stringContaining(`${acme}:12 facts[0].claim.cidrs[0] ("10.8.1.0/16")`));
      expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^${folder}/products/bad.yaml:1: .*not YAML`)));
      expect(lines).toContainEqual(
        expect.stringContaining(`${folder}/articles/bad.md:1: The front matter is missing.`),
      );
      expect(stderr).toBe("explain-ip: The knowledge has 4 problems. Mend the files named above.\n");
    });
  });

  it.each([
    ["overlap", ["overlap", "10.8.0.0/16"]],
    ["classify", ["classify"]],
    ["extract", ["extract"]],
    ["a question", ["What is 10.8.0.1?"]],
  ])("does not answer %s from knowledge of which a part is broken", async (_name, words) => {
    const files = { ...soundKnowledge, "products/bad.yaml": "id: [" };
    await withFolder(files, async (folder) => {
      const { code, stdout, stderr } = await runCli(words, {
        env: { EXPLAIN_IP_KNOWLEDGE: folder },
        input: "10.8.0.1\n",
      });
      expect([code, stdout]).toEqual([5, ""]);
      expect(stderr).toMatch(/^explain-ip: The knowledge in .* has 1 problem:\n .*products\/bad\.yaml:1.*not YAML/);
    });
  });

  it("leaves with 5 where the knowledge folder is missing", async () => {
    const { code, stderr } = await runCli(["10.0.0.1"], { env: { EXPLAIN_IP_KNOWLEDGE: "/nowhere/knowledge" } });
    expect(code).toBe(5);
    expect(stderr).toMatch(/no knowledge folder at \/nowhere\/knowledge\. .*EXPLAIN_IP_KNOWLEDGE/);
  });

  it("leaves with 4 for a configuration with faults, names them all and shows no secret", async () => {
    const env = {
      EXPLAIN_IP_PORT: "99999",
      EXPLAIN_IP_LOG_LEVEL: "loud",
      SLACK_BOT_TOKEN: "hunter2-token",
      DATABASE_URL: "mysql://root:hunter2@db",
      OPENAI_API_KEY: "hunter2-key",
    };
    const { code, stdout, stderr } = await runCli(["What is 10.0.0.1?"], { env });
    expect([code, stdout]).toEqual([4, ""]);
    expect(stderr).toContain("5 faults");
    for (const name of [...Object.keys(env).filter((name) => name !== "OPENAI_API_KEY"), "EXPLAIN_IP_MODEL"])
      expect(stderr).toMatch(new RegExp(`^ {2}${name} \\S`, "m"));
    expect(stderr).toContain(".env.example");
    expect(stderr).not.toContain("hunter2");
  });

  it("reads .env where it runs, and the environment before it", async () => {
    await withFolder({ ".env": "EXPLAIN_IP_PORT=one\nEXPLAIN_IP_LOG_LEVEL=loud\n" }, async (cwd) => {
      const { code, stderr } = await runCli(["doctor"], { cwd, env: { EXPLAIN_IP_PORT: "8081" } });
      expect(code).toBe(4);
      expect(stderr).toContain("EXPLAIN_IP_LOG_LEVEL");
      expect(stderr).not.toContain("EXPLAIN_IP_PORT");
    });
  });

  it("ends in peace when its reader has seen enough", async () => {
    const { code, lines, stderr } = await readOneLine(["classify"], "100.64.0.1\n".repeat(100_000));
    expect(JSON.parse(lines)).toMatchObject({ scope: "shared-address-space" });
    expect([code, stderr]).toEqual([0, ""]);
  });
});

/** What `explain-ip … | head -1` does: takes the first line, then closes the pipe while more is to come. */
function readOneLine(words: readonly string[], input: string) {
  return new Promise<{ code: number | null; lines: string; stderr: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "src/main.ts"), ...words], { cwd: root, env: {} });
    let stderr = "";
    let first = "";
    child.on("error", reject);
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    child.stdout.on("data", (chunk) => {
      first ||= String(chunk).split("\n")[0] ?? "";
      child.stdout.destroy();
    });
    child.on("close", (code) => resolve({ code, lines: first, stderr }));
  });
}
