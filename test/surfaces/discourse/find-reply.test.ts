import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type DiscourseServer, startDiscourseServer } from "../../support/discourse-server/start-discourse-server.ts";
import { sampleAnswer } from "../../support/sample-question.ts";
import { ask, questionAt } from "./ask-on-forum.ts";
import { connectToForum } from "./connect-to-forum.ts";

let forum: DiscourseServer;

beforeEach(async () => {
  forum = await startDiscourseServer();
});
afterEach(() => forum.close());

const answer = sampleAnswer();

describe("a look for our reply", () => {
  it("finds nothing where nothing was posted, and asks once", async () => {
    const question = questionAt(ask(forum));
    expect(await connectToForum(forum).surface.delivery.findReply(question)).toEqual({ status: "absent" });
    expect(forum.calls).toHaveLength(1);
  });

  it("does not take the reply to another question, nor somebody who quotes ours", async () => {
    const delivery = connectToForum(forum).surface.delivery;
    const post = ask(forum);
    const other = forum.addPost({ topic: post.topic, username: "bob", raw: "And what about 10.32.0.5 then?" });
    await delivery.post(questionAt(post), answer);
    const quote = `[quote]${forum.botPosts()[0]?.raw.replaceAll(String(post.id), String(other.id))}[/quote] Thanks!`;
    forum.addPost({ topic: post.topic, username: "alice", raw: quote });
    expect(await delivery.findReply(questionAt(other))).toEqual({ status: "absent" });
    expect(await delivery.findReply(questionAt(post))).toMatchObject({ status: "found" });
  });

  it("goes on through a long topic", async () => {
    const delivery = connectToForum(forum).surface.delivery;
    const post = ask(forum);
    for (let i = 0; i < 45; i += 1) {
      forum.addPost({ topic: post.topic, username: "explain-ip", raw: `An answer to something else, number ${i}.` });
    }
    await delivery.post(questionAt(post), answer);
    expect(await delivery.findReply(questionAt(post))).toEqual({ status: "found", reply: `/t/${post.topic.id}/47` });
  });

  it("finds none in a topic that is gone", async () => {
    const question = questionAt(ask(forum));
    const origin = { ...question.origin, place: { ...question.origin.place, topicId: 1 } };
    expect(await connectToForum(forum).surface.delivery.findReply({ ...question, origin })).toEqual({
      status: "absent",
    });
  });
});
