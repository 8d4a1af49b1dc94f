import type { Question } from "../question.ts";
import type { Direction } from "../recognise-direction.ts";
import { type AskedAttribute, SOMETHING_ELSE, seenAnswers } from "./asked-attribute.ts";
import type { Reply } from "./read-replies.ts";

/** The questions whose answers are products. */
const asksProduct: ReadonlySet<AskedAttribute> = new Set(["place", "plugin"]);

/** What people wrote, newest first, with "2" spelled out as what it stands for and "something else" as what it is not. */
export function spellOutReplies({ thread, text }: Question, replies: readonly Reply[]): string[] {
  const messages = [...thread, { text }].map((message, at) => ({
    ...message,
    reply: replies.find((reply) => reply.at === at && asksProduct.has(reply.attribute)),
  }));
  return messages
    .filter(({ fromBot }) => !fromBot)
    .map((message) => (message.reply ? `${message.text}. ${spellOut(message.reply)}` : message.text))
    .toReversed();
}

function spellOut({ option, options }: Reply): string {
  if (option !== SOMETHING_ELSE) return option;
  return options
    .filter((offered) => offered !== SOMETHING_ELSE)
    .map((offered) => `Not ${offered}.`)
    .join(" ");
}

/** How the address was seen, where a reply says so. */
export function directionOfReplies(replies: readonly Reply[]): Direction | undefined {
  const option = replies.findLast(({ attribute }) => attribute === "seen")?.option;
  if (option === seenAnswers.source) return "source";
  return option === seenAnswers.destination ? "destination" : undefined;
}
