import type { FindResult } from "../../../jobs/delivery.ts";
import type { Deadline } from "../client/deadline.ts";
import type { DiscourseClient } from "../client/discourse-client.ts";
import type { DiscoursePlace } from "../discourse-place.ts";
import { replyMarker } from "./reply-marker.ts";
import { readTopicPosts } from "./topic-posts.ts";

const MOST_PAGES = 5;

/**
 * Looks for the marker among the bot's own posts after the question, whispers too. Others' posts are not looked at:
 * whoever quotes a whole post quotes its marker.
 */
export async function findReply(
  client: DiscourseClient,
  place: DiscoursePlace,
  questionId: string,
  username: string,
  deadline: Deadline,
): Promise<FindResult> {
  const marker = replyMarker(questionId);
  let from = place.postNumber;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const result = await readTopicPosts(client, place.topicId, { from, way: "later", username }, deadline);
    if (result.status === "retry") return result;
    if (result.status === "refused") return GONE.has(result.httpStatus) ? { status: "absent" } : retry(result.reason);
    const ours = result.posts.find((post) => post.raw?.includes(marker));
    if (ours !== undefined) return { status: "found", reply: `/t/${place.topicId}/${ours.post_number}` };
    const last = result.posts.at(-1)?.post_number ?? from;
    if (last <= from) return { status: "absent" };
    from = last;
  }
  return retry("the topic is too long to be searched");
}

/** The topic is gone for us; a post to it will be refused. */
const GONE: ReadonlySet<number> = new Set([404, 410]);

function retry(reason: string): FindResult {
  return { status: "retry", reason };
}
