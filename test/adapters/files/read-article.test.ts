import { describe, expect, it } from "@jest/globals";
import { readArticle } from "../../../src/adapters/files/read-article.ts";

const front = `---
id: an-article
title: An article
when:
  topics: [documented]
  words: ["ExternalTrafficPolicy"]
sources:
  one:
    url: https://example.org/one
    title: One
    locator: Top
    kind: standard
    checkedOn: 2026-01-02
  two:
    url: https://example.org/two
    title: Two
    locator: Top
    kind: code
    checkedOn: 2026-01-02
    commit: abc
---
`;
const FRONT_LINES = 21;

const read = (body: string) => readArticle("a.md", front + body);

function articleOf(body: string) {
  const result = read(body);
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function problemsOf(text: string) {
  const result = readArticle("a.md", text);
  return "problems" in result ? result.problems : [];
}

describe("readArticle", () => {
  it("reads conditions, sections and sources", () => {
    const article = articleOf(
      "## Statements\n- First. [one]\n\n## Steps\n- Do. [two]\n## Checks\n- Look. [one, two]\n",
    );
    expect(article).toMatchObject({
      id: "an-article",
      title: "An article",
      when: {
        topics: ["documented"],
        scopes: [],
        roles: [],
        products: [],
        words: ["externaltrafficpolicy"],
        hints: [],
      },
      visibility: "public",
    });
    expect(article.statements).toMatchObject([{ text: "First.", sources: [{ title: "One" }] }]);
    expect(article.steps).toMatchObject([{ text: "Do.", sources: [{ title: "Two", commit: "abc" }] }]);
    expect(article.checks).toMatchObject([{ text: "Look.", sources: [{ title: "One" }, { title: "Two" }] }]);
  });

  it.each([
    ["indented continuation lines", "- A sentence\n  that goes on. [one]", "A sentence that goes on.", 1],
    ["continuation lines that simply follow", "- A sentence\nthat goes on. [one]", "A sentence that goes on.", 1],
    ["keys on a line of their own", "- A sentence.\n  [one]", "A sentence.", 1],
    ["two pairs of brackets", "- A sentence. [one] [two]", "A sentence.", 2],
    ["spaces between the keys", "- A sentence. [one ,  two]", "A sentence.", 2],
    ["a star for a bullet", "* A sentence. [one]", "A sentence.", 1],
    [
      "brackets inside the text",
      "- `kubectl -o jsonpath={.items[0]}` shows it. [one]",
      "`kubectl -o jsonpath={.items[0]}` shows it.",
      1,
    ],
    ["no key at all", "- A sentence.", "A sentence.", 0],
  ])("reads an item with %s", (_name, item, text, sources) => {
    const [statement, ...others] = articleOf(`## Statements\n${item}\n`).statements;
    expect(statement?.text).toBe(text);
    expect(statement?.sources).toHaveLength(sources);
    expect(others).toEqual([]);
  });

  it.each([
    ["no front matter", "## Statements\n- A.\n", 1, "front matter is missing"],
    ["front matter that does not end", "---\nid: a\n", 1, "front matter is missing"],
    ["front matter that is no YAML", "---\nid: 'a\n---\n", 2, "not YAML"],
    ["front matter of the wrong shape", front.replace("title: An article\n", ""), 2, "expected string"],
    ["an unknown section", `${front}## Notes\n- A. [one]\n`, FRONT_LINES + 1, 'no section "Notes"'],
    ["an unknown source key", `${front}## Steps\n- A. [three]\n`, FRONT_LINES + 2, "not there"],
    ["an unknown key in a long item", `${front}## Steps\n- A. [one]\n- B\n  b. [four]\n`, FRONT_LINES + 3, "not there"],
    ["text before the first section", `${front}Hello.\n## Steps\n- A. [one]\n`, FRONT_LINES + 1, "no list item"],
    ["text before the first item", `${front}## Steps\nHello.\n- A. [one]\n`, FRONT_LINES + 2, "no list item"],
    ["an item before the first section", `${front}- A. [one]\n## Steps\n- B. [one]\n`, FRONT_LINES + 1, "no list item"],
    ["a numbered list", `${front}## Steps\n- A. [one]\n## Checks\n1. B. [one]\n`, FRONT_LINES + 4, "no list item"],
    [
      "a heading of another depth",
      `${front}## Steps\n- A. [one]\n### More\n- B. [one]\n`,
      FRONT_LINES + 3,
      "no list item",
    ],
    ["nothing to say", `${front}## Statements\n\n## Steps\n`, 1, "says nothing"],
  ])("names %s with its line", (_name, text, line, words) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: "a.md", line, problem: expect.stringContaining(words) });
    expect(problems[0]?.remedy).not.toBe("");
  });

  it("names the known keys beside an unknown one", () => {
    expect(problemsOf(`${front}## Steps\n- A. [three]\n`)).toMatchObject([
      { value: "three", remedy: expect.stringContaining("one, two") },
    ]);
  });
});
