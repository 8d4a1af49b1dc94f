import type { JobStore } from "../../jobs/job-store.ts";
import { openSqliteStore } from "./sqlite-store.ts";

/** Where the questions are kept: Postgres when `databaseUrl` is given, otherwise the embedded store in `file`. */
export type StoreLocation = { readonly databaseUrl?: string; readonly file: string };

/** Opens the store at its location and brings its tables up to date; errors as `openSqliteStore` and `openPostgresStore`. */
export async function openJobStore({ databaseUrl, file }: StoreLocation): Promise<JobStore> {
  if (databaseUrl === undefined) return openSqliteStore(file);
  // Imported only where it is used: the embedded store needs none of it.
  const { openPostgresStore } = await import("./postgres-store.ts");
  return openPostgresStore(databaseUrl);
}
