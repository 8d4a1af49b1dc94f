import { judgeFacts, lastReading } from "../judge-facts.ts";
import type { KnowledgeRule } from "./knowledge-rule.ts";

const FRESH_MONTHS = 18;

export const factsAreFresh: KnowledgeRule = {
  name: "facts-are-fresh",
  onlyForReview: true,
  judge: ({ products, articles, today }) => {
    const oldest = monthsBefore(today, FRESH_MONTHS);
    const staleReading = (readings: Parameters<typeof lastReading>[0]) => {
      const value = lastReading(readings);
      const problem = `It was last read more than ${FRESH_MONTHS} months ago, and defaults change.`;
      const remedy = "Read the source again, mend what has changed, and write today as `checkedOn`.";
      return value !== undefined && value < oldest ? [{ problem, remedy, value }] : [];
    };
    return [
      ...judgeFacts(products, ({ sources }) => staleReading(sources)),
      ...articles.flatMap((article) =>
        staleReading(
          [...article.statements, ...article.steps, ...article.checks].flatMap(({ sources }) => sources),
        ).map((stale) => ({ subject: { kind: "article" as const, id: article.id }, ...stale })),
      ),
    ];
  },
};

/** YYYY-MM-DD; a day that the earlier month does not have compares as well as one that it has. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const count = year * 12 + month - 1 - months;
  const pad = (number: number, width: number) => String(number).padStart(width, "0");
  return `${pad(Math.floor(count / 12), 4)}-${pad((count % 12) + 1, 2)}-${day.slice(8)}`;
}
