import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it, jest } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { describeContracts, printSchema } from "../../scripts/write-schemas.ts";
import { exitCodes } from "../../src/surfaces/cli/exit-codes.ts";
import { jsonLines, runCli } from "../support/run-cli.ts";
import { soundKnowledge } from "../support/sample-knowledge-files.ts";
import { withFolder } from "../support/temporary-folder.ts";

// Each run of the command line is a process of its own, which on a busy machine takes its time.
jest.setTimeout(60_000);

const folder = fileURLToPath(new URL("../../schema/", import.meta.url));
const fileOf = (name: string) => `${folder}${name}.schema.json`;
const names = [...describeContracts().keys()];

const ajv = new Ajv2020({
  allErrors: true,
  allowUnionTypes: true,
  // The formats zod names; ajv itself knows none.
  formats: { uri: (text) => URL.canParse(text), date: /^\d{4}-\d{2}-\d{2}$/ },
});
const validators = new Map(names.map((name) => [name, ajv.compile(JSON.parse(readFileSync(fileOf(name), "utf8")))]));

/** What ajv has to say about data held against a committed schema; empty when it fits. */
function faultsOf(name: string, data: unknown): string[] {
  const validate = validators.get(name);
  if (!validate) throw new Error(`there is no schema ${name}`);
  return validate(data) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe("the schema files", () => {
  it("are all there and no others", () => {
    expect(readdirSync(folder).toSorted()).toEqual(names.map((name) => `${name}.schema.json`).toSorted());
  });

  it.each(names)("%s is what the code makes: else run `npm run schema`", (name) => {
    expect(readFileSync(fileOf(name), "utf8")).toBe(printSchema(describeContracts().get(name) ?? {}));
  });

  it.each(names)("%s is JSON Schema 2020-12 and refuses an empty object or a text", (name) => {
    expect(JSON.parse(readFileSync(fileOf(name), "utf8")).$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(faultsOf(name, {})).not.toEqual([]);
    expect(faultsOf(name, "text")).not.toEqual([]);
  });
});

describe("what goes in", () => {
  it.each([
    ["explain-request", { question: "What is 10.0.0.1?" }, true],
    [
      "explain-request",
      { id: 1, surface: "slash", addressed: false, question: "a", thread: ["b"], provider: "gke" },
      true,
    ],
    ["explain-request", { question: "a", more: "is passed over" }, true],
    ["explain-request", { thread: [] }, false],
    ["explain-request", { question: "" }, false],
    ["explain-request", { question: "a", surface: "irc" }, false],
    ["explain-request", { question: "a", thread: "b" }, false],
    ["extract-request", { id: "x", text: "10.0.0.1" }, true],
    ["extract-request", { id: "x" }, false],
  ])("%s judges %j: %s", (name, data, fits) => {
    expect(faultsOf(name, data).length === 0).toBe(fits);
  });

  it("describes a product's file as it is written", () => {
    const text = soundKnowledge["products/acme-cluster.yaml"] ?? "";
    expect(faultsOf("knowledge-product", parse(text))).toEqual([]);
    expect(faultsOf("knowledge-product", parse(text.replace("role: pod\n", "role: pods\n")))).not.toEqual([]);
    expect(faultsOf("knowledge-product", parse(text.replace("kind: managed", "knid: managed")))).not.toEqual([]);
    expect(faultsOf("knowledge-product", parse(text.replace(/https:/g, "not a url ")))).not.toEqual([]);
  });

  it("takes every product's file that ships", () => {
    const products = fileURLToPath(new URL("../../knowledge/products/", import.meta.url));
    const faults = readdirSync(products).flatMap((file) =>
      faultsOf("knowledge-product", parse(readFileSync(products + file, "utf8"))).map((fault) => `${file} ${fault}`),
    );
    expect(faults).toEqual([]);
  });
});

describe("what comes out of the command line", () => {
  it("batch: answers of every kind and errors in their place", async () => {
    const input = [
      '{"id":"a","question":"Why do requests come from 100.64.3.7 on Scaleway Kapsule?","thread":["Pods use 10.1.2.3/16"]}',
      '{"id":2,"question":"What is 10.0.0.1?"}',
      '{"question":"Lunch?","addressed":false}',
      '{"question":"Delete all pods on 10.0.0.1"}',
      '{"id":"e","question":5}',
      "nothing",
    ];
    const { stdout } = await runCli(["batch"], { input: input.join("\n") });
    const records = jsonLines(stdout);
    expect(records.slice(0, 4).flatMap((record) => faultsOf("answer-record", record))).toEqual([]);
    expect(records.slice(4).flatMap((record) => faultsOf("error-record", record))).toEqual([]);
    expect(records).toHaveLength(6);
    expect(new Set(records.map(({ action }) => action)).size).toBeGreaterThanOrEqual(3);
    // A schema that fits everything proves nothing.
    expect(faultsOf("answer-record", { ...records[0], certainty: "sure" })).not.toEqual([]);
    expect(faultsOf("answer-record", { ...records[0], surprise: 1 })).not.toEqual([]);
    expect(faultsOf("error-record", { ...records[4], error: { code: "bad-input" } })).not.toEqual([]);
  });

  it("extract", async () => {
    const input = '{"id":1,"text":"10.0.0.1/8, fd00::1, a.example, 10.0.0.5-20 on GKE"}\n{"text":"none"}\n{"id":"x"}\n';
    const [first, second, third] = jsonLines((await runCli(["extract"], { input })).stdout);
    expect([faultsOf("extract-record", first), faultsOf("extract-record", second)]).toEqual([[], []]);
    expect(faultsOf("error-record", third)).toEqual([]);
    expect(first).toMatchObject({ entities: { products: ["gke"] } });
  });

  it("classify", async () => {
    const addresses = ["100.64.1.1", "8.8.8.8", "ff02::1", "64:ff9b::1.2.3.4", "2001:0:4136:e378:8000:63bf:3fff:fdd2"];
    const { stdout } = await runCli(["classify"], { input: [...addresses, "300.1.1.1"].join("\n") });
    const records = jsonLines(stdout);
    expect(records.slice(0, -1).flatMap((record) => faultsOf("scope-record", record))).toEqual([]);
    expect(faultsOf("error-record", records.at(-1))).toEqual([]);
    expect(records.filter((record) => "embeds" in record)).toHaveLength(2);
    expect(faultsOf("scope-record", { ...records[0], scope: "privat" })).not.toEqual([]);
  });

  it("explain --json", async () => {
    const { code, stdout } = await runCli(["--json", "--provider", "gke", "Which range do pods use?"]);
    expect([code, faultsOf("answer-record", JSON.parse(stdout))]).toEqual([0, []]);
  });

  it("knowledge list --json", async () => {
    const list = JSON.parse((await runCli(["knowledge", "list", "--json"])).stdout);
    expect(faultsOf("knowledge-list", list)).toEqual([]);
    expect(list.length).toBeGreaterThanOrEqual(12);
  });

  it("knowledge find --json", async () => {
    const words = ["knowledge", "find", "100.64.3.7", "--product", "scaleway-kapsule", "--json"];
    const found = JSON.parse((await runCli(words)).stdout);
    expect(faultsOf("knowledge-find", found)).toEqual([]);
    expect(found).toMatchObject([{ fact: "scaleway-kapsule/pods", role: "pod", cidr: "100.64.0.0/15" }]);
  });

  it("knowledge show, of an article", async () => {
    const { code, stdout } = await runCli(["knowledge", "show", "shared-address-space"]);
    expect([code, faultsOf("knowledge-show", JSON.parse(stdout))]).toEqual([0, []]);
  });

  it("knowledge check --json and doctor --json, of a broken folder", () =>
    withFolder({ ...soundKnowledge, "products/bad.yaml": "id: [" }, async (knowledge) => {
      const env = { EXPLAIN_IP_KNOWLEDGE: knowledge };
      const check = await runCli(["knowledge", "check", "--json"], { env });
      expect([check.code, faultsOf("knowledge-check", JSON.parse(check.stdout))]).toEqual([
        exitCodes["knowledge-broken"],
        [],
      ]);
      const doctor = await runCli(["doctor", "--json"], { env });
      expect(faultsOf("doctor", JSON.parse(doctor.stdout))).toEqual([]);
      expect(JSON.parse(doctor.stdout)).toContainEqual(expect.objectContaining({ name: "Knowledge", state: "broken" }));
      expect(doctor.code).toBe(exitCodes["bad-config"]);
    }));

  it("overlap --json", async () => {
    const { code, stdout } = await runCli(["overlap", "10.0.0.0/16", "10.0.1.0/24", "172.17.0.0/16", "--json"]);
    const record = JSON.parse(stdout);
    expect([code, faultsOf("overlap-record", record)]).toEqual([0, []]);
    expect(faultsOf("overlap-record", { ...record, suggestion: 5 })).not.toEqual([]);
  });
});
