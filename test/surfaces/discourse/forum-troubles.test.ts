import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type DiscourseServer, startDiscourseServer } from "../../support/discourse-server/start-discourse-server.ts";
import { sampleAnswer } from "../../support/sample-question.ts";
import { ask, askLater, questionAt } from "./ask-on-forum.ts";
import { connectToForum } from "./connect-to-forum.ts";

let forum: DiscourseServer;

beforeEach(async () => {
  forum = await startDiscourseServer();
});
afterEach(() => forum.close());

const answer = sampleAnswer();

describe("a forum that asks to wait", () => {
  it.each([
    ["with an API key's limit", false],
    ["with an address's limit, in plain text", true],
  ])("%s is obeyed, and nothing more is sent meanwhile", async (_, plainText) => {
    const delivery = connectToForum(forum, { timeoutMs: 1000 }).surface.delivery;
    const question = questionAt(ask(forum));
    forum.troubles.limitNext(1, 30, { plainText });
    expect(await delivery.post(question, answer)).toEqual({
      status: "retry",
      reason: "Discourse asks to wait (429)",
      afterMs: 30_000,
    });
    const again = await delivery.post(question, answer);
    expect(again).toMatchObject({ status: "retry", reason: "waiting for Discourse's rate limit to pass" });
    expect(again).toHaveProperty("afterMs");
    expect(forum.calls).toHaveLength(1);
    expect(forum.botPosts()).toEqual([]);
  });

  it("is waited for when it takes no longer than the act may", async () => {
    const delivery = connectToForum(forum).surface.delivery;
    const question = questionAt(ask(forum));
    forum.troubles.limitNext(1, 1);
    expect(await delivery.post(question, answer)).toMatchObject({ status: "retry", afterMs: 1000 });
    expect(await delivery.post(question, answer)).toMatchObject({ status: "posted" });
  });
});

describe("a forum that does not answer", () => {
  it("that breaks off after storing has the reply all the same, and it is found", async () => {
    const delivery = connectToForum(forum).surface.delivery;
    const post = ask(forum);
    const question = questionAt(post);
    forum.troubles.dropAfterStoring(1);
    const result = await delivery.post(question, answer);
    expect(result.status).toBe("retry");
    // Nobody's word that it was not posted: the job waits out its lease before it looks.
    expect(result).not.toHaveProperty("afterMs");
    expect(await delivery.findReply(question)).toEqual({ status: "found", reply: `/t/${post.topic.id}/2` });
  });

  it.each([500, 502, 503, 301])("properly but with %i is tried again", async (status) => {
    forum.troubles.failNext(3, status);
    const delivery = connectToForum(forum).surface.delivery;
    const question = questionAt(askLater(forum));
    expect(await delivery.post(question, answer)).toMatchObject({ status: "retry" });
    expect(await delivery.findReply(question)).toMatchObject({ status: "retry" });
    expect(await delivery.readThread(question)).toEqual([]);
    expect(forum.botPosts()).toEqual([]);
  });

  it("but sends us elsewhere does not get our key sent there", async () => {
    const redirecting = createServer((_, response) => response.writeHead(307, { location: forum.url }).end());
    const baseUrl = await listen(redirecting);
    const { surface } = connectToForum(forum, { baseUrl });
    const result = await surface.delivery.post(questionAt(ask(forum)), answer);
    redirecting.closeAllConnections();
    redirecting.close();
    expect(result).toEqual({
      status: "retry",
      reason: "Discourse redirects elsewhere (307): check the forum's address",
    });
    expect(forum.calls).toEqual([]);
  });

  it("in time is given up at the time-out", async () => {
    forum.troubles.delayMs = 400;
    const delivery = connectToForum(forum, { timeoutMs: 50 }).surface.delivery;
    expect(await delivery.post(questionAt(ask(forum)), answer)).toEqual({
      status: "retry",
      reason: "Discourse did not answer (TimeoutError)",
    });
  });

  it("at all is an ordinary result, and the key shows nowhere", async () => {
    const baseUrl = await closedAddress();
    const { surface, logged } = connectToForum(forum, { baseUrl });
    const question = questionAt(askLater(forum));
    const expected = { status: "retry", reason: "Discourse did not answer (ECONNREFUSED)" };
    expect(await surface.delivery.post(question, answer)).toEqual(expected);
    expect(await surface.delivery.findReply(question)).toEqual(expected);
    expect(await surface.delivery.readThread(question)).toEqual([]);
    expect(await surface.checkAccess()).toEqual({ ...expected, status: "unavailable" });
    expect(logged).toHaveLength(1);
    expect(logged.join()).not.toContain(forum.apiKey);
  });
});

/** An address of this machine where nobody listens any more. */
async function closedAddress(): Promise<string> {
  const server = createServer();
  const url = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return url;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
