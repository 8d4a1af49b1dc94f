import type { Delivery } from "../../../jobs/delivery.ts";
import type { Log } from "../../../jobs/log.ts";
import { deadlineIn } from "../client/deadline.ts";
import type { DiscourseClient } from "../client/discourse-client.ts";
import { readDiscoursePlace } from "../discourse-place.ts";
import type { DiscourseSettings } from "../discourse-settings.ts";
import { findReply } from "./find-reply.ts";
import { postReply } from "./post-reply.ts";
import { readThread } from "./read-thread.ts";

const NOT_OURS = "the question does not say where on the forum it came from";

/** How Discourse takes part in a job. Every act has one deadline for all its calls. */
export function createDiscourseDelivery(
  client: DiscourseClient,
  settings: DiscourseSettings,
  timeoutMs: number,
  log: Log,
): Delivery {
  const botName = settings.apiUsername;
  return {
    readThread: async ({ id, origin }) => {
      const place = readDiscoursePlace(origin.place);
      if (place === undefined) return [];
      const result = await readThread(client, place, botName, deadlineIn(timeoutMs));
      if (result.status === "ok") return result.thread;
      log("discourse-thread-unread", { question: id, reason: result.reason });
      return [];
    },
    findReply: async ({ id, origin }) => {
      const place = readDiscoursePlace(origin.place);
      if (place === undefined) return { status: "absent" };
      return findReply(client, place, id, botName, deadlineIn(timeoutMs));
    },
    post: async (question, answer) => {
      const place = readDiscoursePlace(question.origin.place);
      if (place === undefined) return { status: "refused", reason: NOT_OURS };
      return postReply(client, settings, place, question, answer, deadlineIn(timeoutMs));
    },
  };
}
