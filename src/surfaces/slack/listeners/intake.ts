import type { Answer } from "../../../core/answer/answer.ts";
import type { Question } from "../../../core/question/question.ts";
import { readMessageEnvelope } from "../receive/message-envelope.ts";
import { type ReceiveRules, receiveMessage } from "../receive/receive-message.ts";
import type { SlackLog } from "../slack-log.ts";

/** What the listeners need of the rest: a durable insert, and for commands perhaps an answer on the spot. */
export type Intake = ReceiveRules & {
  readonly accept: (question: Question) => Promise<"accepted" | "duplicate">;
  readonly answerNow?: ((question: Question) => Promise<Answer>) | undefined;
  readonly command: string;
  readonly log: SlackLog;
};

/** Stores the question in an event's envelope, if there is one; rejects when the insert does, so that Slack sends it again. */
export async function takeMessage(body: unknown, intake: Intake): Promise<void> {
  const envelope = readMessageEnvelope(body);
  if (envelope === undefined) return;
  const question = receiveMessage(envelope, intake);
  if (question === undefined) return;
  const outcome = await intake.accept(question);
  intake.log.info({ question: question.id, audience: question.audience, outcome }, "Slack question received");
}
