import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { explainYaml } from "../../../src/adapters/files/explain-yaml.ts";
import { readYaml } from "../../../src/adapters/files/read-yaml.ts";

const folder = new URL("../../../knowledge/products", import.meta.url).pathname;
const anything = z.unknown();

describe("the quick YAML parser and the one that knows lines", () => {
  it("read every shipped product alike", () => {
    const files = readdirSync(folder);
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const text = readFileSync(join(folder, file), "utf8");
      expect(readYaml(file, text, anything)).toEqual(explainYaml(file, text, anything, 1));
    }
  });

  it.each([
    ["a date without quotes", "day: 2026-11-23"],
    ["a version that is a number", "since: 1.29"],
    ["a number with a leading zero", "mode: 010"],
    ["a sexagesimal", "time: 12:30:45"],
    ["the old booleans", "a: yes\nb: off\nc: true"],
    ["nothing", "a: ~\nb: null\nc:"],
    ["an IPv6 block in a list", 'cidrs: ["fd00::/8", "::1/128"]'],
    ["a folded text", "statement: >-\n  one\n  two\n"],
    ["an anchor", "a: &x [1]\nb: *x"],
  ])("read %s alike", (_, text) => {
    expect(readYaml("file", text, anything)).toEqual(explainYaml("file", text, anything, 1));
  });

  it.each([
    ["a key that stands twice", "a: 1\na: 2"],
    ["a broken flow", "a: [1, 2"],
    ["a tab as indentation", "a:\n\tb: 1"],
  ])("refuse %s, with its line", (_, text) => {
    expect(readYaml("file", text, z.object({ a: z.number() }))).toMatchObject({
      problems: [{ line: expect.any(Number) }],
    });
  });
});
