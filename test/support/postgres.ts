import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

export type TestPostgres = {
  /** The address of a new, empty schema of a random name; nothing outside such schemas is touched. */
  readonly freshUrl: () => Promise<string>;
  readonly remove: () => Promise<void>;
};

type Account = { readonly uid: number; readonly gid: number };

/** Where tests may get a Postgres from, or why they cannot. Looks only; starts nothing. */
export function findPostgres(): { readonly start: () => Promise<TestPostgres> } | { readonly missing: string } {
  const url = process.env.TEST_DATABASE_URL;
  if (url !== undefined) return { start: () => useServer(url, async () => undefined) };
  const [initdb, postgres] = [findProgram("initdb"), findProgram("postgres")];
  if (initdb === undefined || postgres === undefined) {
    return { missing: "no TEST_DATABASE_URL, and no initdb and postgres on the PATH" };
  }
  const account = serverAccount();
  if (account === "none")
    return { missing: "postgres does not run as root and there is no account postgres or nobody" };
  return { start: () => startServer(initdb, postgres, account) };
}

/** A server of our own in a temporary folder on a free loopback port, gone with `remove`. */
async function startServer(initdb: string, postgres: string, account: Account | undefined): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "explain-ip-postgres-"));
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  const options = { ...account, cwd: folder };
  execFileSync(
    initdb,
    ["-D", join(folder, "data"), "-U", "explain_ip", "-A", "trust", "-E", "UTF8", "--no-sync"],
    options,
  );
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", `port=${port}`, "unix_socket_directories=", "fsync=off"];
  const server = spawn(postgres, ["-D", join(folder, "data"), ...settings.flatMap((setting) => ["-c", setting])], {
    ...options,
    stdio: "ignore",
  });
  const stop = () => stopServer(server, folder);
  try {
    const url = `postgres://explain_ip@127.0.0.1:${port}/postgres`;
    await untilReady(url);
    return await useServer(url, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function useServer(url: string, stop: () => Promise<void>): Promise<TestPostgres> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const schemas: string[] = [];
  return {
    freshUrl: async () => {
      const schema = `explain_ip_test_${randomBytes(6).toString("hex")}`;
      await client.query(`create schema ${schema}`);
      schemas.push(schema);
      const fresh = new URL(url);
      fresh.searchParams.set("options", `-c search_path=${schema}`);
      return fresh.href;
    },
    remove: async () => {
      for (const schema of schemas) await client.query(`drop schema ${schema} cascade`);
      await client.end();
      await stop();
    },
  };
}

async function stopServer(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const exited = once(server, "exit");
    // Fast shutdown: ends open sessions and goes.
    server.kill("SIGINT");
    await exited;
  }
  rmSync(folder, { recursive: true });
}

async function untilReady(url: string): Promise<void> {
  const giveUpAt = performance.now() + 20_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
      await sleep(100);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

function findProgram(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Postgres refuses to run as root; everybody else runs it as they are. */
function serverAccount(): Account | undefined | "none" {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const found = ["postgres", "nobody"].map((name) => accounts.find(([account]) => account === name)).find(Boolean);
  return found === undefined ? "none" : { uid: Number(found[2]), gid: Number(found[3]) };
}
