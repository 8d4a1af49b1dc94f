import { ExplainIpError } from "../../errors.ts";
import type { Query, SqlDialect } from "./sql-database.ts";

/**
 * One entry a version, in order; an entry that has shipped is never changed, only followed. Times are milliseconds since
 * 1970. The names carry ours: the database may be shared with other programs.
 */
const migrations: readonly (readonly string[])[] = [
  [
    `create table explain_ip_job (
      id text not null primary key,
      state text not null,
      question text not null,
      answer text,
      attempt integer not null,
      accepted_at bigint not null,
      available_at bigint not null,
      finished_at bigint,
      reply text,
      reason text
    )`,
    "create index explain_ip_job_available on explain_ip_job (available_at, id) where finished_at is null",
    "create index explain_ip_job_finished on explain_ip_job (finished_at) where finished_at is not null",
  ],
];

/**
 * Brings the tables to this program's version, on one connection that nobody else uses meanwhile.
 * Throws `store-unavailable` when a newer explain-ip has been here: its tables are not ours to guess at.
 */
export async function migrate(query: Query, dialect: SqlDialect): Promise<void> {
  for (const statement of dialect.beginMigration) await query(statement);
  try {
    await query("create table if not exists explain_ip_schema_version (version integer not null)");
    const [row] = await query("select max(version) as version from explain_ip_schema_version");
    const version = Number(row?.version ?? 0);
    if (version > migrations.length) throw newerStore(version);
    for (const statement of migrations.slice(version).flat()) await query(statement);
    if (version < migrations.length) {
      await query("delete from explain_ip_schema_version");
      await query("insert into explain_ip_schema_version (version) values ($1)", [migrations.length]);
    }
    await query("commit");
  } catch (error) {
    await query("rollback").catch(() => undefined);
    throw error;
  }
}

function newerStore(version: number): ExplainIpError {
  return new ExplainIpError(
    "store-unavailable",
    `The store has schema version ${version}; this explain-ip knows ${migrations.length}.`,
    "Start the newer explain-ip that made it, or name another store.",
  );
}
