import { z } from "zod";
import type { Article, ArticleItem } from "../../core/knowledge/article.ts";
import type { Source } from "../../core/knowledge/source.ts";
import type { FileProblem } from "./file-problem.ts";
import { readYaml } from "./read-yaml.ts";
import { sourceSchema } from "./source-schema.ts";
import { roleWords, scopeWords, topicWords } from "./vocabulary.ts";
import type { YamlResult } from "./yaml-result.ts";

const frontMatterSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  asks: z.array(z.string().min(1)).default([]),
  when: z.strictObject({
    topics: z.array(z.enum(topicWords)).default([]),
    scopes: z.array(z.enum(scopeWords)).default([]),
    roles: z.array(z.enum(roleWords)).default([]),
    products: z.array(z.string()).default([]),
    words: z.array(z.string().toLowerCase()).default([]),
    hints: z.array(z.string().toLowerCase()).default([]),
  }),
  sources: z.record(z.string(), sourceSchema),
});

const sectionNames = ["Statements", "Steps", "Checks"] as const;
type SectionName = (typeof sectionNames)[number];
type Line = { readonly text: string; readonly number: number };
type Section = { readonly title: Line; readonly items: readonly Line[] };

/** Reads `knowledge/articles/<id>.md`: front matter between two `---` lines, then sections of list items. */
export function readArticle(file: string, text: string): YamlResult<Article> {
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (!parts) {
    const problem = "The front matter is missing.";
    return { problems: [{ file, line: 1, problem, remedy: "Begin the file with `---`, YAML, `---`." }] };
  }
  const [, frontText = "", body = ""] = parts;
  const front = readYaml(file, frontText, frontMatterSchema, 2);
  if ("problems" in front) return front;
  const { sections, stray } = readSections(body, frontText.split("\n").length + 3);
  const problems = [...stray.map((line) => strayText(file, line)), ...judgeSections(file, sections)];
  const itemsOf = (name: SectionName): ArticleItem[] =>
    sections
      .filter((s) => s.title.text === name)
      .flatMap((s) => s.items.map((item) => readItem(file, item, front.value.sources, problems)));
  const { id, title, asks, when } = front.value;
  const article: Article = {
    id,
    title,
    asks,
    when,
    statements: itemsOf("Statements"),
    steps: itemsOf("Steps"),
    checks: itemsOf("Checks"),
    visibility: "public",
  };
  return problems.length > 0 ? { problems } : { value: article };
}

function judgeSections(file: string, sections: readonly Section[]): FileProblem[] {
  const sectionsAre = `The sections are ${sectionNames.join(", ")}.`;
  const unknown = sections.filter(({ title }) => !sectionNames.some((name) => name === title.text));
  const problems = unknown.map(({ title }): FileProblem => {
    return { file, line: title.number, problem: `There is no section "${title.text}".`, remedy: sectionsAre };
  });
  if (sections.some(({ items }) => items.length > 0)) return problems;
  return [
    ...problems,
    { file, line: 1, problem: "The article has no items, so it says nothing.", remedy: sectionsAre },
  ];
}

function strayText(file: string, { text, number }: Line): FileProblem {
  const problem = "This text belongs to no list item, so it would never be said.";
  return {
    file,
    line: number,
    value: text,
    problem,
    remedy: "Begin it with `- ` below a `## ` section, or remove it.",
  };
}

/** An item may run over several lines; continuation lines are indented or simply follow. */
function readSections(body: string, firstLine: number): { sections: readonly Section[]; stray: readonly Line[] } {
  const sections: { title: Line; items: { text: string; number: number }[] }[] = [];
  const stray: Line[] = [];
  for (const [i, text] of body.split("\n").entries()) {
    const section = sections.at(-1);
    const item = section?.items.at(-1);
    const number = firstLine + i;
    if (text.startsWith("## ")) sections.push({ title: { text: text.slice(3).trim(), number }, items: [] });
    else if (section && /^[-*] /.test(text)) section.items.push({ text: text.slice(2).trim(), number });
    else if (item && /^\s*[^\s#]/.test(text)) item.text += ` ${text.trim()}`;
    else if (text.trim() !== "") stray.push({ text: text.trim(), number });
  }
  return { sections, stray };
}

function readItem(file: string, line: Line, known: Record<string, Source>, problems: FileProblem[]): ArticleItem {
  const match = /^(.*?)\s*((?:\[[^\][]+\]\s*)*)$/s.exec(line.text);
  const text = match?.[1] ?? line.text;
  const keys = [...(match?.[2] ?? "").matchAll(/\[([^\]]+)\]/g)].flatMap((m) => (m[1] ?? "").split(/\s*,\s*/));
  const sources = keys.flatMap((key) => {
    const source = known[key];
    if (source) return source;
    const remedy = `Name a key of \`sources\` in the front matter: ${Object.keys(known).join(", ")}.`;
    problems.push({
      file,
      line: line.number,
      value: key,
      problem: "The item names a source that is not there.",
      remedy,
    });
    return [];
  });
  return { text, sources };
}
