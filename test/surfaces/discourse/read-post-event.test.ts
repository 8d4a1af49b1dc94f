import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readPostEvent } from "../../../src/surfaces/discourse/webhook/read-post-event.ts";
import { toQuestion } from "../../../src/surfaces/discourse/webhook/to-question.ts";
import { sampleWebhookPost } from "./sample-webhook-post.ts";

const forum = { host: "forum.example.org", botName: "explain-ip" };

function read(body: unknown, event: unknown = "post_created") {
  return readPostEvent(event, Buffer.from(JSON.stringify(body)));
}

describe("a webhook's body", () => {
  it("is read with the fields that are used, whatever else it has", () => {
    const post = sampleWebhookPost({ hidden: false, deleted_at: null });
    expect(read({ post: { ...post, cooked: "<p>…</p>", score: 0.2 } })).toEqual({ kind: "post", post });
  });

  it.each([
    ["ping", "ping"],
    ["post_edited", "not-a-new-post"],
    ["post_destroyed", "not-a-new-post"],
    ["topic_created", "not-a-new-post"],
    [undefined, "not-a-new-post"],
  ])("is not looked at for the event %s", (event, reason) => {
    expect(readPostEvent(event, Buffer.from("{"))).toEqual({ kind: "ignored", reason });
  });

  it.each([
    ["no object", [], "the whole body"],
    ["no post", { topic: {} }, "post"],
    ["no raw", { post: { ...sampleWebhookPost(), raw: undefined } }, "post.raw"],
    ["an id that is text", { post: { ...sampleWebhookPost(), id: "1/../../admin" } }, "post.id"],
    ["a time that is none", { post: sampleWebhookPost({ created_at: "yesterday" }) }, "post.created_at"],
    ["two faults", { post: { ...sampleWebhookPost(), id: -1, topic_id: 1.5 } }, "post.id, post.topic_id"],
  ])("is bad with %s, and the fields are named", (_, body, fields) => {
    expect(read(body)).toEqual({ kind: "bad-body", problem: `missing or of the wrong kind: ${fields}` });
  });

  it("never throws, and never repeats what was sent", () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const event = readPostEvent("post_created", Buffer.from(text));
        expect(event.kind).toBe("bad-body");
      }),
    );
    expect(read({ post: sampleWebhookPost({ created_at: "my password" }) })).not.toEqual(
      expect.objectContaining({ problem: expect.stringContaining("password") }),
    );
  });
});

describe("a post as a question", () => {
  it("has the post's identity, its place and the public as its audience", () => {
    expect(toQuestion(sampleWebhookPost(), false, forum)).toEqual({
      id: "discourse:forum.example.org:9001",
      text: "Why do requests come from 100.64.3.7?",
      thread: [],
      askedAt: "2026-01-05T10:00:00.000Z",
      origin: {
        surface: "discourse",
        place: { topicId: 700, postNumber: 2, topicTitle: "Which range is this?", categoryId: 5 },
      },
      addressed: false,
      audience: "public-forum",
    });
  });

  it("keeps the public as its audience in a private message", () => {
    const question = toQuestion(
      sampleWebhookPost({ topic_archetype: "private_message", category_id: null }),
      true,
      forum,
    );
    expect(question.audience).toBe("public-forum");
    expect(question.origin.place).not.toHaveProperty("categoryId");
  });

  it("begins with the title where the post begins the topic", () => {
    const question = toQuestion(sampleWebhookPost({ post_number: 1, raw: "@explain-ip please" }), true, forum);
    expect(question.text).toBe("Which range is this?\n\nplease");
  });
});
