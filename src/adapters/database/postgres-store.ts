import pg from "pg";
import { ExplainIpError } from "../../errors.ts";
import type { JobStore } from "../../jobs/job-store.ts";
import { migrate } from "./migrate.ts";
import type { SqlDialect, SqlRow, SqlValue } from "./sql-database.ts";
import { createSqlJobStore } from "./sql-job-store.ts";

const dialect: SqlDialect = {
  // The statement's start, not the clock's every look: a stable value can use the index.
  now: "(extract(epoch from statement_timestamp()) * 1000)::bigint",
  skipLocked: "for update skip locked",
  // Any number will do as long as nothing else in the same database uses it; two replicas that create a table at once crash.
  beginMigration: ["begin", "select pg_advisory_xact_lock(420061900)"],
};

/** Both below the three seconds within which Slack wants its acknowledgement. */
const connectMs = 2000;
const statementMs = 2500;

/**
 * Opens the store in Postgres, for any number of replicas. Tables go to the first schema of the search path.
 * Throws `bad-config` for what is no Postgres address and `store-unavailable` within three seconds when it does not answer.
 */
export async function openPostgresStore(url: string): Promise<JobStore> {
  const place = placeOf(url);
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: connectMs,
    query_timeout: statementMs,
    max: 5,
    application_name: "explain-ip",
  });
  // An idle connection that breaks is replaced at the next statement, which reports if that fails; unheard, it would end the process.
  pool.on("error", () => undefined);
  try {
    await migratePool(pool);
  } catch (error) {
    await pool.end();
    throw explainPostgresError(place, error);
  }
  const query = async (sql: string, values: readonly SqlValue[] = []): Promise<readonly SqlRow[]> => {
    try {
      return (await pool.query<SqlRow>(sql, [...values])).rows;
    } catch (error) {
      throw explainPostgresError(place, error);
    }
  };
  return createSqlJobStore({ dialect, query, close: () => (pool.ended ? Promise.resolve() : pool.end()) });
}

async function migratePool(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  // A connection lent out reports its end here too, beside the statement that fails.
  client.on("error", () => undefined);
  let broken = true;
  try {
    await migrate(async (sql, values = []) => (await client.query<SqlRow>(sql, [...values])).rows, dialect);
    broken = false;
  } finally {
    client.release(broken);
  }
}

/** Host, port and database for messages; the user and the password stay out of them. */
function placeOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !["postgres:", "postgresql:"].includes(parsed.protocol)) {
    throw new ExplainIpError(
      "bad-config",
      "DATABASE_URL is not a Postgres address.",
      "Write it as postgres://user:password@host:5432/database, or remove it to use the embedded store.",
    );
  }
  return `${parsed.host || "the local socket"}${parsed.pathname}`;
}

function explainPostgresError(place: string, error: unknown): unknown {
  if (error instanceof ExplainIpError || !Error.isError(error)) return error;
  const detail = error.message || ("code" in error ? String(error.code) : error.name);
  return new ExplainIpError(
    "store-unavailable",
    `The Postgres store at ${place} does not answer: ${detail}.`,
    "Check that the database runs, that this machine reaches it and that DATABASE_URL has the right user, password and database.",
    { cause: error },
  );
}
