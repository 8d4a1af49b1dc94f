import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type DiscourseServer, startDiscourseServer } from "../../support/discourse-server/start-discourse-server.ts";
import { connectToForum } from "./connect-to-forum.ts";

let forum: DiscourseServer;

beforeEach(async () => {
  forum = await startDiscourseServer();
});
afterEach(() => forum.close());

describe("the access", () => {
  it("is ready for a bot on the staff", async () => {
    const { surface } = connectToForum(forum);
    expect(await surface.checkAccess()).toEqual({ status: "ready", username: "explain-ip", warnings: [] });
  });

  it("comes with a warning for one that may not whisper", async () => {
    forum.addKey("newcomer", "newcomers-key");
    const { surface } = connectToForum(forum, { apiKey: "newcomers-key", apiUsername: "newcomer" });
    expect(await surface.checkAccess()).toMatchObject({
      status: "ready",
      warnings: [expect.stringContaining("no staff")],
    });
  });

  it("is refused for a wrong key, and the key is not in the reason", async () => {
    const result = await connectToForum(forum, { apiKey: "wrong-key" }).surface.checkAccess();
    expect(result).toMatchObject({ status: "refused" });
    expect(JSON.stringify(result)).not.toContain("wrong-key");
  });
});
