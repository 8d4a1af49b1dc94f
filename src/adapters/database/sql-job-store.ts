import { z } from "zod";
import type { Claim, JobState } from "../../jobs/job.ts";
import type { JobStore } from "../../jobs/job-store.ts";
import { writeJobStatements } from "./job-statements.ts";
import type { SqlDatabase, SqlRow, SqlValue } from "./sql-database.ts";

const claimRow = z.object({
  question: z.string(),
  attempt: z.number(),
  state: z.enum(["accepted", "answered", "posting", "done", "failed"]),
  answer: z.string().nullable(),
  age_ms: z.coerce.number(),
});

/** The store over any of our databases; the tables must be there already. */
export function createSqlJobStore(database: SqlDatabase): JobStore {
  const { query, close, dialect } = database;
  const sql = writeJobStatements(dialect);
  const changes = async (statement: string, values: readonly SqlValue[]) => (await query(statement, values)).length > 0;
  const write = (statement: string, { question, attempt }: Claim, ...values: readonly SqlValue[]) =>
    changes(statement, [question.id, attempt, ...values]);

  return {
    enqueue: async (question) =>
      (await changes(sql.enqueue, [question.id, JSON.stringify(question)])) ? "accepted" : "duplicate",
    claim: async (leaseMs) => {
      const [row] = await query(sql.claim, [Math.ceil(leaseMs)]);
      return row === undefined ? undefined : readClaim(row);
    },
    renew: (claim, leaseMs) => write(sql.renew, claim, Math.ceil(leaseMs)),
    saveAnswer: (claim, answer) => write(sql.saveAnswer, claim, JSON.stringify(answer)),
    beginPosting: (claim) => write(sql.beginPosting, claim),
    finish: (claim, reply) => write(sql.finish, claim, reply),
    retryLater: (claim, delayMs, reason) => write(sql.retryLater, claim, Math.ceil(delayMs), reason),
    giveUp: (claim, reason) => write(sql.giveUp, claim, reason),
    prune: async (keepMs) => (await query(sql.prune, [Math.ceil(keepMs)])).length,
    countByState: async () => readCounts(await query(sql.countByState)),
    ping: async () => {
      await query(sql.ping);
    },
    close,
  };
}

/** The two JSON texts are our own writing and are not judged again; a change of their shape comes with a migration. */
function readClaim(raw: SqlRow): Claim {
  const row = claimRow.parse(raw);
  return {
    question: JSON.parse(row.question),
    attempt: row.attempt,
    state: row.state,
    answer: row.answer === null ? null : JSON.parse(row.answer),
    ageMs: row.age_ms,
  };
}

function readCounts(rows: readonly SqlRow[]): Record<JobState, number> {
  const counts = new Map(rows.map((row) => [row.state, Number(row.count)]));
  const count = (state: JobState) => counts.get(state) ?? 0;
  return {
    accepted: count("accepted"),
    answered: count("answered"),
    posting: count("posting"),
    done: count("done"),
    failed: count("failed"),
  };
}
