import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import type { JobStore } from "../../jobs/job-store.ts";
import { migrate } from "./migrate.ts";
import type { Query, SqlDialect, SqlValue } from "./sql-database.ts";
import { createSqlJobStore } from "./sql-job-store.ts";
import { damagedFile, explainSqliteError, isLocked } from "./sqlite-error.ts";

const dialect: SqlDialect = {
  now: "cast(unixepoch('subsec') * 1000 as integer)",
  // One writer at a time: nothing to skip.
  skipLocked: "",
  beginMigration: ["begin immediate"],
};

/** SQLite waits with the whole process standing still, so it waits briefly and we wait on between its tries. */
const standStillMs = 50;
/** Below the three seconds within which Slack wants its acknowledgement. */
const patienceMs = 2500;

/**
 * Opens the embedded store in one file, which several processes of one machine may share; creates file and folder where
 * they are missing. Throws `store-unavailable` (locked, not writable) or `store-damaged`.
 */
export async function openSqliteStore(path: string): Promise<JobStore> {
  const database = await untilUnlocked(path, () => openChecked(path));
  const query = queryOf(database, path);
  try {
    await migrate(query, dialect);
  } catch (error) {
    database.close();
    throw error;
  }
  const close = async () => {
    if (database.isOpen) database.close();
  };
  return createSqlJobStore({ dialect, query, close });
}

function openChecked(path: string): DatabaseSync {
  // The file holds people's questions: the folder we make is for our own user only.
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path, { timeout: standStillMs });
  try {
    // FULL: with WAL, anything less may lose the last commits when the power fails, and they are acknowledged already.
    database.exec("pragma journal_mode = wal; pragma synchronous = full;");
    const findings = database.prepare("pragma quick_check(1)").all();
    const finding = String(findings[0]?.quick_check);
    if (finding !== "ok") throw damagedFile(path, finding);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function queryOf(database: DatabaseSync, path: string): Query {
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string) => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return (sql, values = []) => untilUnlocked(path, () => prepare(sql).all(nameValues(values)));
}

function nameValues(values: readonly SqlValue[]): Record<string, SqlValue> {
  return Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value]));
}

async function untilUnlocked<T>(path: string, act: () => T): Promise<T> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      return act();
    } catch (error) {
      if (!isLocked(error) || performance.now() > giveUpAt) throw explainSqliteError(path, error);
      await sleep(20);
    }
  }
}
