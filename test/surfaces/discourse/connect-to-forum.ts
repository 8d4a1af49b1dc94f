import type { Question } from "../../../src/core/question/question.ts";
import { connectDiscourse } from "../../../src/surfaces/discourse/connect-discourse.ts";
import type { DiscourseSettings } from "../../../src/surfaces/discourse/discourse-settings.ts";
import type { DiscourseServer } from "../../support/discourse-server/start-discourse-server.ts";

export const WEBHOOK_SECRET = "a secret of the webhook";

/** The surface connected to a stand-in forum, with what it accepted and logged. Without a store: the first insert counts. */
export function connectToForum(
  forum: Pick<DiscourseServer, "url" | "apiKey" | "bot">,
  more: Partial<DiscourseSettings> = {},
) {
  const accepted: Question[] = [];
  const logged: string[] = [];
  const surface = connectDiscourse(
    {
      baseUrl: forum.url,
      apiKey: forum.apiKey,
      apiUsername: forum.bot.username,
      webhookSecret: WEBHOOK_SECRET,
      replyAs: "whisper",
      timeoutMs: 5000,
      ...more,
    },
    {
      accept: async (question) => {
        if (accepted.some(({ id }) => id === question.id)) return "duplicate";
        accepted.push(question);
        return "accepted";
      },
      log: (event, facts) => void logged.push(JSON.stringify({ event, ...facts })),
    },
  );
  return { surface, accepted, logged };
}
