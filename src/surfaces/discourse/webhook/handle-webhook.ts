import type { Question } from "../../../core/question/question.ts";
import { describeBug } from "../../../jobs/describe-bug.ts";
import type { Log } from "../../../jobs/log.ts";
import type { DiscourseSettings } from "../discourse-settings.ts";
import { mentions } from "./mention.ts";
import { readPostEvent, type WebhookPost } from "./read-post-event.ts";
import { reasonToIgnore } from "./reason-to-ignore.ts";
import { toQuestion } from "./to-question.ts";
import { verifySignature } from "./verify-signature.ts";
import type { WebhookOutcome } from "./webhook-outcome.ts";

export type WebhookPorts = {
  /** The durable insert. Discourse is told "received" only after it resolved. */
  readonly accept: (question: Question) => Promise<"accepted" | "duplicate">;
  readonly log: Log;
};

/** Headers as Node gives them: names in lower case. */
export type WebhookHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Takes one webhook delivery; never rejects. `rawBody` is the body as it was sent, since the signature covers its bytes.
 * Nothing of an unsigned request reaches the log but its size.
 */
export async function handleWebhook(
  settings: DiscourseSettings,
  ports: WebhookPorts,
  headers: WebhookHeaders,
  rawBody: Buffer,
): Promise<WebhookOutcome> {
  if (!verifySignature(settings.webhookSecret, rawBody, headers["x-discourse-event-signature"])) {
    ports.log("discourse-webhook", { outcome: "bad-signature", bytes: rawBody.length });
    return { kind: "bad-signature" };
  }
  const event = readPostEvent(headers["x-discourse-event"], rawBody);
  const outcome = event.kind === "post" ? await takePost(settings, ports, event.post) : event;
  const { kind, ...facts } = outcome;
  ports.log("discourse-webhook", { outcome: kind, ...facts });
  return outcome;
}

async function takePost(settings: DiscourseSettings, ports: WebhookPorts, post: WebhookPost): Promise<WebhookOutcome> {
  const addressed = mentions(post.raw, settings.apiUsername);
  const reason = reasonToIgnore(post, addressed, settings, Date.now());
  if (reason !== undefined) return { kind: "ignored", reason };
  const { host } = new URL(settings.baseUrl);
  const question = toQuestion(post, addressed, { host, botName: settings.apiUsername });
  try {
    return { kind: await ports.accept(question), question: question.id };
  } catch (error) {
    ports.log("discourse-insert-failed", { question: question.id, reason: describeBug(error) });
    return { kind: "store-unavailable" };
  }
}
