import { mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, it } from "@jest/globals";
import { openSqliteStore } from "../../../src/adapters/database/sqlite-store.ts";
import { sampleQuestion } from "../../support/sample-question.ts";
import { describeJobStore } from "./job-store.suite.ts";

const folder = mkdtempSync(join(tmpdir(), "explain-ip-store-"));
let count = 0;
const freshFile = () => join(folder, `store-${count++}`, "explain-ip.db");
afterAll(() => rmSync(folder, { recursive: true }));

describeJobStore("SQLite", async () => ({
  freshLocation: async () => ({ file: freshFile() }),
  remove: async () => undefined,
}));

describe("the embedded store's file", () => {
  it("is made with its folder, for its own user", async () => {
    const file = freshFile();
    const store = await openSqliteStore(file);
    await store.close();
    expect(statSync(file).isFile()).toBe(true);
    expect(statSync(join(file, "..")).mode & 0o077).toBe(0);
  });

  it("that another process has for itself is unavailable, with a remedy, at opening", async () => {
    const file = freshFile();
    await (await openSqliteStore(file)).close();
    const other = new DatabaseSync(file);
    other.exec(
      "pragma locking_mode = exclusive; begin exclusive; update explain_ip_schema_version set version = version; commit",
    );
    await expect(openSqliteStore(file)).rejects.toMatchObject({
      code: "store-unavailable",
      message: expect.stringContaining(`${file} is locked`),
      remedy: expect.stringContaining("Close what holds it"),
    });
    other.close();
  }, 10_000);

  it("that another process writes to for too long makes an enqueue fail, and works again after", async () => {
    const file = freshFile();
    const store = await openSqliteStore(file);
    const other = new DatabaseSync(file);
    other.exec("begin immediate");
    await expect(store.enqueue(sampleQuestion("a"))).rejects.toMatchObject({ code: "store-unavailable" });
    other.exec("rollback");
    expect(await store.enqueue(sampleQuestion("a"))).toBe("accepted");
    other.close();
    await store.close();
  }, 10_000);

  it("that is locked for a moment only makes an enqueue wait", async () => {
    const file = freshFile();
    const store = await openSqliteStore(file);
    const other = new DatabaseSync(file);
    other.exec("begin immediate");
    const enqueued = store.enqueue(sampleQuestion("a"));
    other.exec("rollback");
    expect(await enqueued).toBe("accepted");
    other.close();
    await store.close();
  });

  it("that is no database is called damaged, and is left as it is", async () => {
    const file = join(folder, "text.db");
    const content = "these are somebody's notes\n".repeat(200);
    writeFileSync(file, content);
    await expect(openSqliteStore(file)).rejects.toMatchObject({
      code: "store-damaged",
      message: expect.stringContaining(file),
      remedy: expect.stringContaining(`${file}-wal`),
    });
    expect(readFileSync(file, "utf8")).toBe(content);
  });

  it("with overwritten pages is called damaged", async () => {
    const file = freshFile();
    const store = await openSqliteStore(file);
    for (let index = 0; index < 200; index += 1) await store.enqueue(sampleQuestion(`q${index}`));
    await store.close();
    const handle = openSync(file, "r+");
    for (let page = 4; page < 10; page += 1) writeSync(handle, Buffer.alloc(4096, 0xab), 0, 4096, page * 4096);
    await expect(openSqliteStore(file)).rejects.toMatchObject({ code: "store-damaged" });
  }, 10_000);

  it("below something that is no folder is unavailable", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    await expect(openSqliteStore(join(file, "explain-ip.db"))).rejects.toMatchObject({
      code: "store-unavailable",
      remedy: expect.stringContaining("Check that the folder exists"),
    });
  });

  it("of a newer explain-ip is not touched", async () => {
    const file = freshFile();
    await (await openSqliteStore(file)).close();
    const other = new DatabaseSync(file);
    other.exec("update explain_ip_schema_version set version = 99");
    other.close();
    await expect(openSqliteStore(file)).rejects.toMatchObject({
      code: "store-unavailable",
      message: expect.stringContaining("schema version 99"),
    });
  });
});
