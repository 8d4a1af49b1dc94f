import type { Fact } from "./fact.ts";
import type { Knowledge } from "./knowledge.ts";

/** What became of the facts from one version of the knowledge to another, by id. */
export type KnowledgeChanges = {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Facts that say something else now; a new reading of the same source is no change. */
  readonly changed: readonly string[];
};

/** Compares two versions fact by fact. */
export function compareKnowledge(before: Knowledge, after: Knowledge): KnowledgeChanges {
  const [old, now] = [before.facts, after.facts];
  return {
    added: [...now.keys()].filter((id) => !old.has(id)).toSorted(),
    removed: [...old.keys()].filter((id) => !now.has(id)).toSorted(),
    changed: [...now.values()].flatMap((fact) => (saysTheSame(old.get(fact.id), fact) ? [] : fact.id)).toSorted(),
  };
}

function saysTheSame(before: Fact | undefined, after: Fact): boolean {
  return before === undefined || contentOf(before) === contentOf(after);
}

/** Everything but when it was read, in one canonical text; addresses hold bigints, which JSON does not know. */
function contentOf({ sources, ...fact }: Fact): string {
  const places = sources.map(({ checkedOn: _, ...source }) => source);
  return JSON.stringify({ ...fact, places }, (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
}
