import { join } from "node:path";
import type { KnowledgeProblem, KnowledgeSubject } from "../../core/knowledge/knowledge-problem.ts";
import type { FileProblem } from "./file-problem.ts";
import { OWN_NETWORKS } from "./networks-schema.ts";
import type { FolderTexts } from "./read-folder.ts";

/** So much of a value is looked for: a longer statement is folded over several lines of its file. */
const SEARCHED_CHARACTERS = 40;

const fileOf: Readonly<Record<KnowledgeSubject["kind"], (id: string) => string>> = {
  product: (id) => (id === OWN_NETWORKS ? "networks.yaml" : `products/${id}.yaml`),
  article: (id) => `articles/${id}.md`,
  exception: () => "exceptions.yaml",
};

/** The file that a subject stands in, within its folder. */
export function pathOf({ kind, id }: KnowledgeSubject): string {
  return fileOf[kind](id);
}

/** A rule's finding with the file and the line to mend: where the value stands, else where its fact or its file begins. */
export function locateProblem(
  folder: string,
  texts: FolderTexts,
  { subject, rule, ...found }: KnowledgeProblem,
): FileProblem {
  const path = pathOf(subject);
  const lines = (texts.get(path) ?? "").split("\n");
  const fact = subject.fact === undefined ? undefined : lineOfFact(lines, subject.fact.slice(subject.id.length + 1));
  // The first line holds the subject's own id, which is not what to mend.
  const line = lineOfValue(lines, fact ?? 1, found.value) ?? fact ?? 0;
  const where = subject.fact ? `${subject.fact} [${rule}]` : `[${rule}]`;
  return { file: join(folder, path), line: line + 1, where, ...found };
}

/** The last one: of two facts with the same id, the second is the one too many. */
function lineOfFact(lines: readonly string[], id: string): number {
  const line = lines.findLastIndex((text) => /^\s+(?:- )?id:\s*(\S+)/.exec(text)?.[1]?.replace(/["']/g, "") === id);
  return Math.max(line, 0);
}

function lineOfValue(lines: readonly string[], start: number, value: string | undefined): number | undefined {
  const part = value?.slice(0, SEARCHED_CHARACTERS).toLowerCase();
  const line = part ? lines.findIndex((text, i) => i >= start && text.toLowerCase().includes(part)) : -1;
  return line < 0 ? undefined : line;
}
