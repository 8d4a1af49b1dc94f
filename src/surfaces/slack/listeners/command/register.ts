import type { App, RespondArguments } from "@slack/bolt";
import { describeError } from "../../../../errors.ts";
import { receiveCommand } from "../../receive/receive-command.ts";
import type { Intake } from "../intake.ts";
import { answerOnTheSpot } from "./answer-on-the-spot.ts";

const LOOKING = "Looking it up. If no answer appears within a few minutes, please run the command again.";
const NOT_STORED = "Sorry, your question could not be stored just now. Please run the command again in a moment.";

/**
 * The slash command. Slack never sends a command twice and shows the asker an error when no acknowledgement comes within
 * 3 seconds. So the acknowledgement carries the answer itself where it is ready in time: that is one reply by nature.
 * Otherwise the question is stored first, and its answer goes to the command's response_url.
 */
export function register(app: App, intake: Intake): void {
  app.command(intake.command, async ({ command, ack }) => {
    await ack(await replyTo(command, intake));
  });
}

async function replyTo(command: unknown, intake: Intake): Promise<RespondArguments> {
  const question = receiveCommand(command, intake.bot.teamId, new Date());
  if (question === undefined) return ephemeral("Sorry, this command could not be read.");
  if (question.text === "") return usage(intake.command);
  const answer = await answerOnTheSpot(question, intake);
  if (answer !== undefined) return { response_type: "ephemeral", ...answer };
  try {
    const outcome = await intake.accept(question);
    intake.log.info({ question: question.id, audience: question.audience, outcome }, "Slack command received");
    return ephemeral(LOOKING);
  } catch (error) {
    intake.log.error({ question: question.id }, `Slack command could not be stored: ${describeError(error)}`);
    return ephemeral(NOT_STORED);
  }
}

function usage(command: string): RespondArguments {
  return ephemeral(
    `Ask about an address, for example: \`${command} Why do requests between my apps come from 100.64.3.7?\``,
  );
}

function ephemeral(text: string): RespondArguments {
  return { response_type: "ephemeral", text };
}
