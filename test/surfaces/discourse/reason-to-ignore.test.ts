import { describe, expect, it } from "@jest/globals";
import { reasonToIgnore } from "../../../src/surfaces/discourse/webhook/reason-to-ignore.ts";
import { sampleWebhookPost } from "./sample-webhook-post.ts";

const rules = { apiUsername: "explain-ip", ignoreUsers: ["OtherBot"] };
const now = Date.parse("2026-01-05T10:00:05Z");

describe("a post that is no question", () => {
  it.each([
    ["own-post", { username: "Explain-IP" }],
    ["bot-or-system", { user_id: -1, username: "forum" }],
    ["bot-or-system", { user_id: 7, username: "system" }],
    ["bot-or-system", { user_id: 8, username: "Discobot" }],
    ["ignored-user", { username: "otherbot" }],
    ["whisper", { post_type: 4 }],
    ["not-a-regular-post", { post_type: 2 }],
    ["not-a-regular-post", { post_type: 3 }],
    ["hidden-or-deleted", { hidden: true }],
    ["hidden-or-deleted", { user_deleted: true }],
    ["hidden-or-deleted", { deleted_at: "2026-01-05T10:00:01.000Z" }],
    ["too-old", { created_at: "2026-01-04T10:00:00.000Z" }],
    ["empty", { raw: " \n " }],
  ])("is ignored as %s: %j", (reason, post) => {
    expect(reasonToIgnore(sampleWebhookPost(post), true, rules, now)).toBe(reason);
  });

  it("is a private message that does not call the bot", () => {
    const message = sampleWebhookPost({ topic_archetype: "private_message", category_id: null });
    expect(reasonToIgnore(message, false, rules, now)).toBe("private-message");
    expect(reasonToIgnore(message, true, rules, now)).toBeUndefined();
  });

  it.each([
    ["overheard", {}, false],
    ["of a user who is gone", { user_id: null }, true],
    ["a day old", { created_at: "2026-01-04T10:00:05.000Z" }, true],
    ["before our clock", { created_at: "2026-01-05T10:00:09.000Z" }, true],
  ])("is not one that is %s", (_, post, addressed) => {
    expect(reasonToIgnore(sampleWebhookPost(post), addressed, rules, now)).toBeUndefined();
  });
});
