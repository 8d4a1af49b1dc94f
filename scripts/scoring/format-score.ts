import type { Score } from "./score-answers.ts";

/** A table, one row a set: right when addressed, no reply, harmful, spoke where silence was right, words, overheard. */
export function formatScores(scores: readonly (readonly [name: string, score: Score])[]): string {
  const rows = [heading, ...scores.map(([name, score]) => rowOf(name, score))];
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

const heading = ["set", "right", "no reply", "harmful", "false replies", "words median", "overheard right"];

function rowOf(name: string, score: Score): string[] {
  const { asked, right, noReply, harmful, falseReplies, silenceWanted, words, overheardRight, overheardReplies } =
    score;
  return [
    name,
    shareOf(right, asked),
    String(noReply),
    String(harmful),
    shareOf(falseReplies, silenceWanted),
    String(words[Math.floor(words.length / 2)] ?? 0),
    shareOf(overheardRight, overheardReplies),
  ];
}

/** One line a failure: the question, its topic and what was wrong. */
export function formatFailures({ failures }: Score): string {
  return failures.map(({ id, topic, problem }) => `${id} [${topic}] ${problem}`).join("\n");
}

function shareOf(part: number, whole: number): string {
  return whole === 0 ? "none" : `${((100 * part) / whole).toFixed(1)} % (${part}/${whole})`;
}
