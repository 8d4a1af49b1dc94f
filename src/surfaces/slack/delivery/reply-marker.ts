import { z } from "zod";

const EVENT_TYPE = "explain_ip_reply";

/** The marker of our own reply to a question: Slack keeps it with the message and shows it to nobody. */
export function replyMarker(questionId: string) {
  return { event_type: EVENT_TYPE, event_payload: { question_id: questionId } };
}

const marked = z.object({
  metadata: z.object({ event_type: z.literal(EVENT_TYPE), event_payload: z.object({ question_id: z.string() }) }),
});

/** Whether a message of conversations.replies is our reply to this question. */
export function isReplyTo(message: unknown, questionId: string): boolean {
  return marked.safeParse(message).data?.metadata.event_payload.question_id === questionId;
}
