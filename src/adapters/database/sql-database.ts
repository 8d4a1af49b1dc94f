/** A value as both databases take it; times and counts are whole numbers. */
export type SqlValue = string | number | null;

export type SqlRow = Readonly<Record<string, unknown>>;

/** Runs one statement; the values stand for `$1`, `$2` … Outside a transaction it is durable when it resolves. */
export type Query = (sql: string, values?: readonly SqlValue[]) => Promise<readonly SqlRow[]>;

/** The few words in which the databases differ; everything else is the same SQL. */
export type SqlDialect = {
  /** The database's own clock, in whole milliseconds since 1970. */
  readonly now: string;
  /** What makes two claims at once take two different rows. */
  readonly skipLocked: string;
  /** Opens a transaction in which one process migrates while the others wait. */
  readonly beginMigration: readonly string[];
};

export type SqlDatabase = {
  readonly dialect: SqlDialect;
  readonly query: Query;
  readonly close: () => Promise<void>;
};
