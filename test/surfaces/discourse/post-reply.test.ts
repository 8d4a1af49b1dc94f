import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type DiscourseServer, startDiscourseServer } from "../../support/discourse-server/start-discourse-server.ts";
import { sampleAnswer, sampleQuestion } from "../../support/sample-question.ts";
import { ask, questionAt } from "./ask-on-forum.ts";
import { connectToForum } from "./connect-to-forum.ts";

let forum: DiscourseServer;

beforeEach(async () => {
  forum = await startDiscourseServer();
});
afterEach(() => forum.close());

const answer = sampleAnswer();

describe("a reply on the forum", () => {
  it("is a whisper to the post that asked, with the answer and the marker", async () => {
    const post = ask(forum);
    const question = questionAt(post);
    const result = await connectToForum(forum).surface.delivery.post(question, answer);
    expect(result).toEqual({ status: "posted", reply: `/t/${post.topic.id}/2` });
    const [reply] = forum.botPosts();
    expect(reply).toMatchObject({ type: 4, topic: post.topic, replyTo: 1 });
    expect(reply?.raw).toBe(
      "`100.64.3.7` is shared address space.\n\n<!-- explain-ip: discourse:forum.example.org:9000 -->",
    );
  });

  it.each([
    ["public where that is configured", { replyAs: "public" }, true, 1],
    ["a whisper to what was overheard", { replyAs: "public" }, false, 4],
    ["public in a category that is opened", { publicCategories: [5] }, false, 1],
  ] as const)("is %s", async (_, settings, addressed, type) => {
    await connectToForum(forum, settings).surface.delivery.post(questionAt(ask(forum), { addressed }), answer);
    expect(forum.botPosts().map((post) => post.type)).toEqual([type]);
  });

  it("is shortened to what the forum takes", async () => {
    const details = Array.from({ length: 60 }, (_, i) => ({ text: `${i}: ${"x".repeat(1000)}`, evidence: [] }));
    const result = await connectToForum(forum).surface.delivery.post(questionAt(ask(forum)), { ...answer, details });
    expect(result.status).toBe("posted");
    expect(forum.botPosts()[0]?.raw).toContain("This answer was shortened");
  });

  it("is refused for an account that may not whisper, and is not made public instead", async () => {
    forum.addKey("newcomer", "newcomers-key");
    const post = ask(forum);
    const delivery = connectToForum(forum, { apiKey: "newcomers-key", apiUsername: "newcomer" }).surface.delivery;
    const result = await delivery.post(questionAt(post), answer);
    expect(result).toEqual({
      status: "refused",
      reason: "Discourse answered with HTTP 403: the bot may not whisper there, or its key is not valid",
    });
    expect(forum.postsOf(post.topic)).toEqual([post]);
  });

  it.each([
    [403, "a wrong key", { apiKey: "wrong" }],
    [404, "a topic that is gone", {}],
  ])("is refused with %i for %s", async (status, _, settings) => {
    const question = questionAt(ask(forum));
    const place = status === 404 ? { ...question.origin.place, topicId: 1 } : question.origin.place;
    const result = await connectToForum(forum, settings).surface.delivery.post(
      { ...question, origin: { ...question.origin, place } },
      answer,
    );
    expect(result).toMatchObject({ status: "refused", reason: expect.stringContaining(`HTTP ${status}`) });
  });

  it("is refused with 422 when it is too short or the same once more", async () => {
    const question = questionAt(ask(forum), { addressed: true });
    const short = sampleAnswer({ summary: { text: "No.", evidence: [] } });
    expect(await connectToForum(forum).surface.delivery.post(question, short)).toMatchObject({ status: "refused" });
    forum.addKey("newcomer", "newcomers-key");
    const delivery = connectToForum(forum, { apiKey: "newcomers-key", apiUsername: "newcomer", replyAs: "public" })
      .surface.delivery;
    expect(await delivery.post(question, answer)).toMatchObject({ status: "posted" });
    expect(await delivery.post(question, answer)).toMatchObject({
      status: "refused",
      reason: expect.stringContaining("HTTP 422"),
    });
  });

  it("is refused for a question of another surface", async () => {
    const result = await connectToForum(forum).surface.delivery.post(
      sampleQuestion("x", { origin: { surface: "slack", place: {} } }),
      answer,
    );
    expect(result.status).toBe("refused");
    expect(forum.calls).toEqual([]);
  });
});
