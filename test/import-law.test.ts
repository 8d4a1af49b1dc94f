import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it, jest } from "@jest/globals";
import ts from "typescript";
import { withFolder } from "./support/temporary-folder.ts";

// The law is judged by a process of its own, which on a busy machine takes its time.
jest.setTimeout(60_000);

const root = fileURLToPath(new URL("../", import.meta.url));
const { default: law }: { default: { forbidden: readonly { name: string; comment: string }[] } } = await import(
  join(root, ".dependency-cruiser.mjs")
);
const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join("src", name));

/** The words of a program and its string literals, without comments: `import "node:fs"` has the token `node:fs`. */
function tokensOf(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.ESNext, true);
  const tokens: string[] = [];
  const visit = (node: ts.Node): void => {
    if (node.getChildCount() === 0) tokens.push(ts.isStringLiteral(node) ? node.text : node.getText());
    for (const child of node.getChildren()) if (!ts.isJSDoc(child)) visit(child);
  };
  visit(file);
  return tokens;
}

describe("core", () => {
  const core = sources.filter((path) => path.startsWith("src/core/"));
  const impure: Readonly<Record<string, (tokens: readonly string[]) => boolean>> = {
    async: (tokens) => tokens.includes("async"),
    await: (tokens) => tokens.includes("await"),
    "a timer": (tokens) => tokens.some((token) => /^(setTimeout|setInterval|setImmediate|queueMicrotask)$/.test(token)),
    // Date.parse of a given text is arithmetic.
    "the clock": (tokens) => /\bDate \. now\b|\bnew Date\b|\bDate \(|\bperformance\b/.test(tokens.join(" ")),
    process: (tokens) => tokens.includes("process"),
    chance: (tokens) => tokens.includes("random") || tokens.includes("crypto"),
    "a Node module": (tokens) => tokens.some((token) => token.startsWith("node:")),
    "the network": (tokens) => tokens.includes("fetch"),
    "the console": (tokens) => tokens.includes("console"),
  };
  const tokens = new Map(core.map((path) => [path, tokensOf(path)]));

  it("is really looked at", () => {
    expect(core.length).toBeGreaterThan(100);
    expect(tokens.get("src/core/network/cidr.ts")).toContain("parseCidr");
    expect(impure["a Node module"]?.(tokensOf("src/adapters/files/load-knowledge.ts"))).toBe(true);
    expect(impure.process?.(tokensOf("src/main.ts"))).toBe(true);
    expect(impure.await?.(tokensOf("src/app.ts"))).toBe(true);
    expect(impure["the clock"]?.(tokensOf("src/answer-request.ts"))).toBe(true);
  });

  it.each(Object.keys(impure))("knows nothing of %s", (name) => {
    expect(core.filter((path) => impure[name]?.(tokens.get(path) ?? []))).toEqual([]);
  });
});

describe("the environment", () => {
  const mentions = (pattern: RegExp) => sources.filter((path) => pattern.test(tokensOf(path).join(" "))).toSorted();

  it("is read by main alone, which hands it to config", () => {
    expect(mentions(/\bprocess \. env\b/)).toEqual(["src/main.ts"]);
  });

  it("of the process, its arguments and its end are known to main alone", () => {
    expect(mentions(/\bprocess \. (argv|exit|exitCode|stdin|stdout|stderr|loadEnvFile|on|once)\b/)).toEqual([
      "src/main.ts",
    ]);
  });
});

/** One breach of each rule: who imports whom, or `alone` for a file that nobody needs. */
const breaches: Readonly<Record<string, readonly [from: string, to: string]>> = {
  "no-circles": ["src/core/network/egg.ts", "src/core/network/hen.ts"],
  "core-is-pure": ["src/core/answer/reads-files.ts", "node:fs"],
  "core-network-looks-down": ["src/core/network/looks-up.ts", "src/core/question/thing.ts"],
  "core-question-looks-down": ["src/core/question/looks-up.ts", "src/core/knowledge/thing.ts"],
  "core-knowledge-looks-down": ["src/core/knowledge/looks-up.ts", "src/core/evidence/thing.ts"],
  "core-evidence-looks-down": ["src/core/evidence/looks-up.ts", "src/core/path/thing.ts"],
  "core-path-looks-down": ["src/core/path/looks-up.ts", "src/core/answer/thing.ts"],
  "adapters-and-surfaces-never-meet": ["src/surfaces/cli/meets.ts", "src/adapters/files/thing.ts"],
  "adapters-know-no-surface": ["src/adapters/files/meets.ts", "src/surfaces/cli/thing.ts"],
  "surfaces-share-nothing": ["src/surfaces/slack/shares.ts", "src/surfaces/discourse/thing.ts"],
  "adapters-share-nothing": ["src/adapters/model/shares.ts", "src/adapters/database/thing.ts"],
  "jobs-know-no-outside": ["src/jobs/knows.ts", "src/adapters/database/thing.ts"],
  "contract-is-core-in-print": ["src/contract/reads.ts", "src/jobs/thing.ts"],
  "contract-is-for-surfaces": ["src/adapters/files/prints.ts", "src/contract/thing.ts"],
  "rooms-do-not-know-the-house": ["src/surfaces/http/knows.ts", "src/serve.ts"],
  "only-main-imports-app": ["src/serve.ts", "src/app.ts"],
  "nobody-imports-main": ["test/starts.test.ts", "src/main.ts"],
  "config-is-read-at-the-edge": ["src/surfaces/slack/reads.ts", "src/config.ts"],
  "src-does-not-import-test": ["src/diagnose.ts", "test/support/thing.ts"],
  "no-undeclared-packages": ["src/build-explainer.ts", "ajv"],
  "no-orphans": ["src/surfaces/cli/dead.ts", "alone"],
  "yaml-has-one-home": ["src/surfaces/cli/uses-yaml.ts", "yaml"],
  "pg-has-one-home": ["src/adapters/files/uses-pg.ts", "pg"],
  "kubernetes-client-node-has-one-home": ["src/app.ts", "@kubernetes/client-node"],
  "openai-has-one-home": ["src/surfaces/http/uses-openai.ts", "openai"],
  "ky-has-one-home": ["src/adapters/model/uses-ky.ts", "ky"],
  "fastify-has-one-home": ["src/surfaces/discourse/uses-fastify.ts", "fastify"],
  "fastify-helmet-has-one-home": ["src/serve.ts", "@fastify/helmet"],
  "slack-bolt-has-one-home": ["src/surfaces/cli/uses-bolt.ts", "@slack/bolt"],
  "slack-web-api-has-one-home": ["src/surfaces/discourse/uses-web-api.ts", "@slack/web-api"],
  "modelcontextprotocol-server-has-one-home": ["src/surfaces/http/uses-mcp.ts", "@modelcontextprotocol/server"],
  "resvg-resvg-js-has-one-home": ["src/surfaces/http/uses-resvg.ts", "@resvg/resvg-js"],
  "pino-has-one-home": ["src/surfaces/slack/uses-pino.ts", "pino"],
};

/** Imports the law must allow, so that it does not bite everybody. */
const allowed: readonly (readonly [from: string, to: string])[] = [
  ["src/main.ts", "src/app.ts"],
  ["src/main.ts", "src/config.ts"],
  ["src/app.ts", "src/surfaces/cli/allowed.ts"],
  ["src/surfaces/cli/allowed.ts", "src/contract/allowed.ts"],
  ["src/surfaces/cli/allowed.ts", "src/jobs/thing.ts"],
  ["src/surfaces/cli/allowed.ts", "src/errors.ts"],
  ["src/contract/allowed.ts", "src/core/answer/thing.ts"],
  ["src/contract/allowed.ts", "src/errors.ts"],
  ["src/contract/allowed.ts", "zod"],
  ["src/core/answer/allowed.ts", "src/core/network/allowed.ts"],
  ["src/adapters/files/allowed.ts", "yaml"],
  ["src/adapters/files/allowed.ts", "node:fs"],
  ["src/adapters/files/allowed.ts", "src/core/knowledge/thing.ts"],
  ["src/adapters/database/allowed.ts", "src/jobs/thing.ts"],
  ["test/allowed.test.ts", "src/adapters/files/allowed.ts"],
  ["test/allowed.test.ts", "ajv"],
];

const declared = [
  "zod",
  "yaml",
  "pg",
  "@kubernetes/client-node",
  "openai",
  "ky",
  "fastify",
  "@fastify/helmet",
  "@slack/bolt",
  "@slack/web-api",
  "pino",
  "@modelcontextprotocol/server",
  "@resvg/resvg-js",
];

/** A house of small files with these imports; types count too, so every second import, and the circle's, is of a type alone. */
function buildHouse(imports: readonly (readonly [from: string, to: string])[]): Record<string, string> {
  const house: Record<string, string> = {
    "package.json": JSON.stringify({
      type: "module",
      dependencies: Object.fromEntries(declared.map((name) => [name, "1"])),
      devDependencies: { ajv: "1" },
    }),
  };
  for (const name of [...declared, "ajv"]) {
    house[`node_modules/${name}/package.json`] = JSON.stringify({
      name,
      version: "1.0.0",
      type: "module",
      exports: "./index.js",
    });
    house[`node_modules/${name}/index.js`] = "export const thing = 1;\n";
  }
  for (const [i, [from, to]] of imports.entries()) {
    const isFile = to.startsWith("src/") || to.startsWith("test/");
    if (isFile) house[to] ??= "export const thing = 1;\nexport type Thing = 1;\n";
    house[from] ??= "export const thing = 1;\nexport type Thing = 1;\n";
    if (to === "alone") continue;
    const path = isFile ? relative(dirname(from), to).replace(/^(?!\.)/, "./") : to;
    const named = isFile && (i % 2 === 1 || to.endsWith("/hen.ts")) ? "import type { Thing as" : "import { thing as";
    house[from] = `${named} n${i} } from "${path}";\nexport { n${i} };\n${house[from]}`;
  }
  return house;
}

type Violation = { readonly rule: { readonly name: string }; readonly from: string; readonly to: string };

async function judge(house: Readonly<Record<string, string>>): Promise<readonly Violation[]> {
  return withFolder(house, async (cwd) => {
    const cruiser = join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
    const words = ["src", "test", "--config", join(root, ".dependency-cruiser.mjs"), "--output-type", "json"];
    const { stdout } = await promisify(execFile)(process.execPath, [cruiser, ...words], { cwd, maxBuffer: 1e8 });
    return JSON.parse(stdout).summary.violations;
  });
}

describe("the import law", () => {
  const ruleNames = law.forbidden.map(({ name }) => name);
  let violations: readonly Violation[] = [];
  beforeAll(async () => {
    const circle = [["src/core/network/hen.ts", "src/core/network/egg.ts"]] as const;
    violations = await judge(buildHouse([...Object.values(breaches), ...circle, ...allowed]));
  });

  it("has a breach below for each rule that can be broken", () => {
    // The last floor has none above it.
    const breakable = ruleNames.filter((name) => name !== "core-answer-looks-down");
    expect(Object.keys(breaches).toSorted()).toEqual(breakable.toSorted());
  });

  it.each(Object.entries(breaches))("bites by %s", (name, [from, to]) => {
    const found = violations.filter(({ rule }) => rule.name === name);
    const expectedTo = to === "alone" ? from : to;
    expect(found.map((violation) => violation.from)).toContain(from);
    const target = found.find((violation) => violation.from === from)?.to ?? "";
    expect(target).toContain(expectedTo.replace("node:", ""));
  });

  it("bites nowhere else", () => {
    const expected = new Set(Object.entries(breaches).map(([name, [from]]) => `${name} ${from}`));
    const surprising = violations.map(({ rule, from }) => `${rule.name} ${from}`).filter((line) => !expected.has(line));
    expect(surprising).toEqual([]);
  });

  it("teaches: each rule's comment says why", () => {
    const comments = law.forbidden.map(({ comment }) => comment.length);
    expect(Math.min(...comments)).toBeGreaterThan(40);
  });
});
