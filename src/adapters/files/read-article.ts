import { z } from "zod";
import type { Article, ArticleItem } from "../../core/knowledge/article.ts";
import type { Source } from "../../core/knowledge/source.ts";
import type { FileProblem } from "./file-problem.ts";
import { readYaml } from "./read-yaml.ts";
import { sourceSchema } from "./source-schema.ts";
import { roleWords, scopeWords, topicWords } from "./vocabulary.ts";

const frontMatterSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  when: z.strictObject({
    topics: z.array(z.enum(topicWords)).default([]),
    scopes: z.array(z.enum(scopeWords)).default([]),
    roles: z.array(z.enum(roleWords)).default([]),
    products: z.array(z.string()).default([]),
    words: z.array(z.string().toLowerCase()).default([]),
  }),
  sources: z.record(z.string(), sourceSchema),
});

const sectionNames = ["Statements", "Steps", "Checks"] as const;
type SectionName = (typeof sectionNames)[number];
type Line = { readonly text: string; readonly number: number };
type Section = { readonly name: string; readonly items: readonly Line[] };

/** Reads `knowledge/articles/<id>.md`: front matter between two `---` lines, then sections of list items. */
export function readArticle(file: string, text: string): { value: Article } | { problems: readonly FileProblem[] } {
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (!parts) {
    const problem = "The front matter is missing.";
    return { problems: [{ file, line: 1, problem, remedy: "Begin the file with `---`, YAML, `---`." }] };
  }
  const [, frontText = "", body = ""] = parts;
  const front = readYaml(file, frontText, frontMatterSchema, 2);
  if ("problems" in front) return front;
  const bodyStart = frontText.split("\n").length + 3;
  const sections = readSections(body, bodyStart);
  const problems: FileProblem[] = sections
    .filter((section) => !sectionNames.some((name) => name === section.name))
    .map((section) => ({
      file,
      problem: `There is no section "${section.name}".`,
      remedy: `The sections are ${sectionNames.join(", ")}.`,
    }));
  const itemsOf = (name: SectionName): ArticleItem[] =>
    sections
      .filter((s) => s.name === name)
      .flatMap((s) => s.items.map((item) => readItem(file, item, front.value.sources, problems)));
  const { id, title, when } = front.value;
  const article: Article = {
    id,
    title,
    when,
    statements: itemsOf("Statements"),
    steps: itemsOf("Steps"),
    checks: itemsOf("Checks"),
    visibility: "public",
  };
  return problems.length > 0 ? { problems } : { value: article };
}

/** An item may run over several lines; continuation lines are indented or simply follow. */
function readSections(body: string, firstLine: number): Section[] {
  const sections: { name: string; items: { text: string; number: number }[] }[] = [];
  for (const [i, line] of body.split("\n").entries()) {
    const section = sections.at(-1);
    if (line.startsWith("## ")) sections.push({ name: line.slice(3).trim(), items: [] });
    else if (/^[-*] /.test(line)) section?.items.push({ text: line.slice(2).trim(), number: firstLine + i });
    else if (line.trim() !== "") {
      const item = section?.items.at(-1);
      if (item) item.text += ` ${line.trim()}`;
    }
  }
  return sections;
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
