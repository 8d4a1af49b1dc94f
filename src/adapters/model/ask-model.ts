import type { Log } from "../../jobs/log.ts";
import { readCompletion, readUsage, type TokenUsage } from "./completion.ts";
import { explainFailure, readStatus } from "./explain-failure.ts";
import type { Complete } from "./open-endpoint.ts";
import { estimateTokens, type Reservation, type Reserve } from "./spending.ts";

/** What a model is asked through, and within which limits. `timeoutMs` holds for all requests and the reading of their bodies together. */
export type Asking = {
  readonly complete: Complete;
  readonly reserve: Reserve;
  readonly timeoutMs: number;
  readonly log: Log;
};

/** The facts that go into the log with every line about one question. */
export type AskedFacts = Readonly<Record<string, string | number>>;

/** Asks once and gives the model's text, or why there is none. Never rejects; what it used is counted and logged. */
export async function askModel(
  content: string,
  { complete, reserve, timeoutMs, log }: Asking,
  facts: AskedFacts,
): Promise<{ readonly content: string } | { readonly problem: string }> {
  const promptBytes = Buffer.byteLength(content);
  const reservation = reserve(promptBytes);
  if ("problem" in reservation) return reservation;
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    const body = await untilAborted(complete(content, reservation.mostOutput, deadline), deadline);
    const told = readUsage(body);
    const spent = reservation.settle(told ?? estimateUsage(promptBytes, body));
    log("model-asked", { ...facts, ...spent, ...(told ? {} : { isEstimated: true }) });
    return readCompletion(body);
  } catch (error) {
    settleFailure(reservation, error);
    const isLate = deadline.aborted;
    return { problem: isLate ? `the model did not answer within ${timeoutMs / 1000} s` : explainFailure(error) };
  }
}

/** Not every server says what it used. */
function estimateUsage(promptBytes: number, body: unknown): TokenUsage {
  const replyBytes = Buffer.byteLength(JSON.stringify(body) ?? "");
  return { promptTokens: estimateTokens(promptBytes), completionTokens: estimateTokens(replyBytes) };
}

/** A refusal by status cost nothing. After any other failure the model may have worked: what was set aside stays counted. */
function settleFailure({ settle }: Reservation, error: unknown): void {
  if (readStatus(error) !== undefined) settle({ promptTokens: 0, completionTokens: 0 });
}

/** A request that does not heed its signal, in a name look-up for one, is left behind. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, aborted]);
}
