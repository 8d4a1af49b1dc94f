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

describe("the thread", () => {
  it("has the topic's earlier public posts, oldest first, the title with the first, ours marked", async () => {
    const first = ask(forum);
    const { topic } = first;
    const delivery = connectToForum(forum, { replyAs: "public" }).surface.delivery;
    await delivery.post(questionAt(first), answer);
    forum.addPost({ topic, username: "mod", raw: "This customer again.", type: 4 });
    forum.addPost({ topic, username: "system", raw: "", type: 3 });
    forum.addPost({ topic, username: "carol", raw: "spam", hidden: true });
    forum.deletePost(forum.addPost({ topic, username: "carol", raw: "gone" }));
    forum.addPost({ topic, username: "bob", raw: "It is on Scaleway." });
    const question = forum.addPost({ topic, username: "alice", raw: "Can we be sure of the range?" });
    forum.addPost({ topic, username: "bob", raw: "later" });
    expect(await delivery.readThread(questionAt(question))).toEqual([
      { text: "Which range is this?\n\nWhy do requests come from 100.64.3.7?" },
      { text: "`100.64.3.7` is shared address space.", fromBot: true },
      { text: "It is on Scaleway." },
    ]);
  });

  it("of a topic's first post is empty, and costs no call", async () => {
    expect(await connectToForum(forum).surface.delivery.readThread(questionAt(ask(forum)))).toEqual([]);
    expect(forum.calls).toEqual([]);
  });

  it("of a long topic is the nearest 20 posts", async () => {
    const { topic } = ask(forum);
    for (let i = 2; i <= 30; i += 1) forum.addPost({ topic, username: "bob", raw: `post ${i}` });
    const question = forum.addPost({ topic, username: "alice", raw: "Well?" });
    const thread = await connectToForum(forum).surface.delivery.readThread(questionAt(question));
    expect(thread.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, (_, i) => `post ${i + 11}`));
  });
});
