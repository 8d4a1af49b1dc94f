import type { Question } from "../../../src/core/question/question.ts";
import type { ForumPost } from "../../support/discourse-server/forum-data.ts";
import type { DiscourseServer } from "../../support/discourse-server/start-discourse-server.ts";
import { sampleQuestion } from "../../support/sample-question.ts";

/** A question that begins a topic in a new category; the first category's id is 5. */
export function ask(forum: DiscourseServer): ForumPost {
  const topic = forum.addTopic("Which range is this?", { category: forum.addCategory("support") });
  return forum.addPost({ topic, username: "alice", raw: "Why do requests come from 100.64.3.7?" });
}

/** A question with a post before it, so that there is a thread to read. */
export function askLater(forum: DiscourseServer): ForumPost {
  return forum.addPost({ topic: ask(forum).topic, username: "bob", raw: "And what about 10.32.0.5 then?" });
}

/** The post as the store would hold it. */
export function questionAt({ id, topic, number }: ForumPost, more: Partial<Question> = {}): Question {
  const place = {
    topicId: topic.id,
    postNumber: number,
    topicTitle: topic.title,
    ...(topic.category ? { categoryId: topic.category.id } : {}),
  };
  return sampleQuestion(`discourse:forum.example.org:${id}`, { origin: { surface: "discourse", place }, ...more });
}
