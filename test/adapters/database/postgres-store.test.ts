import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { openJobStore } from "../../../src/adapters/database/open-job-store.ts";
import { openPostgresStore } from "../../../src/adapters/database/postgres-store.ts";
import { findPostgres, type TestPostgres } from "../../support/postgres.ts";
import { sampleQuestion } from "../../support/sample-question.ts";
import { describeJobStore } from "./job-store.suite.ts";

const found = findPostgres();

if ("missing" in found) {
  describe.skip(`job store on Postgres: skipped, ${found.missing}`, () => {
    it.skip("needs a Postgres", () => undefined);
  });
} else {
  describeJobStore("Postgres", async () => {
    const postgres = await found.start();
    return {
      freshLocation: async () => ({ databaseUrl: await postgres.freshUrl(), file: "unused" }),
      remove: postgres.remove,
    };
  });

  describe("a Postgres that fails while in use", () => {
    let postgres: TestPostgres;
    beforeAll(async () => {
      postgres = await found.start();
    }, 30_000);
    afterAll(() => postgres?.remove());

    it("costs nothing but the connections when it ends them", async () => {
      const url = new URL(await postgres.freshUrl());
      const name = `explain-ip-test-${url.searchParams.get("options")?.slice(-12)}`;
      url.searchParams.set("application_name", name);
      const store = await openPostgresStore(url.href);
      await store.enqueue(sampleQuestion("before"));
      await withClient(url.href.replace(name, "other"), async (client) => {
        const ended = await client.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1",
          [name],
        );
        expect(ended.rowCount).toBeGreaterThan(0);
      });
      // The first statement may still meet an ended connection; that is reported, and the next one gets a new connection.
      await store.ping().catch((error) => expect(error).toMatchObject({ code: "store-unavailable" }));
      expect(await store.enqueue(sampleQuestion("after"))).toBe("accepted");
      await store.close();
    });

    it("is unavailable while somebody has locked the table, and works again after", async () => {
      const url = await postgres.freshUrl();
      const store = await openPostgresStore(url);
      await withClient(url, async (client) => {
        await client.query("begin");
        await client.query("lock table explain_ip_job in access exclusive mode");
        await expect(store.claim(1000)).rejects.toMatchObject({
          code: "store-unavailable",
          remedy: expect.stringContaining("Check"),
        });
        await client.query("rollback");
      });
      expect(await store.enqueue(sampleQuestion("a"))).toBe("accepted");
      await store.close();
    }, 10_000);
  });
}

describe("a Postgres that cannot be reached", () => {
  let silent: Server;
  beforeAll(async () => {
    // Takes the connection and never says a word, as behind a broken load balancer.
    silent = createServer((socket) => socket.resume().on("error", () => undefined)).listen(0, "127.0.0.1");
    await once(silent, "listening");
  });
  afterAll(() => {
    silent.close();
  });

  const unavailable = (place: string) => ({
    code: "store-unavailable",
    message: expect.stringContaining(`${place}/questions does not answer`),
    remedy: expect.stringContaining("DATABASE_URL has the right user"),
  });

  it("because nothing listens is reported with its place and without its password", async () => {
    const opening = openJobStore({ databaseUrl: "postgres://bot:geheim@127.0.0.1:1/questions", file: "unused" });
    await expect(opening).rejects.toMatchObject(unavailable("127.0.0.1:1"));
    await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining("geheim") });
  }, 3000);

  it("because it does not answer is reported within three seconds", async () => {
    const address = silent.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const opening = openPostgresStore(`postgres://bot:geheim@127.0.0.1:${port}/questions`);
    await expect(opening).rejects.toMatchObject(unavailable(`127.0.0.1:${port}`));
  }, 3000);

  it.each(["mysql://bot:geheim@db/questions", "db.example", ""])(
    "because %j is no address of a Postgres is a matter of configuration",
    async (url) => {
      const opening = openPostgresStore(url);
      await expect(opening).rejects.toMatchObject({
        code: "bad-config",
        remedy: expect.stringContaining("postgres://user"),
      });
      await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining("geheim") });
    },
  );
});

async function withClient(url: string, act: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await act(client).finally(() => client.end());
}
