import type { TokenUsage } from "./completion.ts";

/** What a million tokens cost, in whatever currency the operator counts. */
export type Prices = { readonly input: number; readonly output: number };

/** What may be used up. Without prices only tokens are counted; `costPerDay` means nothing without them. */
export type SpendingLimits = {
  readonly tokensPerQuestion: number;
  readonly tokensPerDay?: number;
  readonly costPerDay?: number;
  readonly prices?: Prices;
};

/** What one question used and what the day has used by now, for the log. */
export type Spent = TokenUsage & { readonly cost?: number; readonly tokensToday: number; readonly costToday?: number };

/** What is set aside for a question before it is asked. `settle` puts what it really used in the place of that. */
export type Reservation = { readonly mostOutput: number; readonly settle: (usage: TokenUsage) => Spent };

/** Sets aside the most that a prompt of so many bytes may use, or says what there is too little of. */
export type Reserve = (promptBytes: number) => Reservation | { readonly problem: string };

/** English has about four bytes a token; a little is left for other text. */
const BYTES_PER_TOKEN = 3;
const TOKENS_PER_PRICE = 1_000_000;

/** About how many tokens a text of so many bytes has; rather too many than too few. */
export function estimateTokens(bytes: number): number {
  return Math.ceil(bytes / BYTES_PER_TOKEN);
}

/**
 * Counts what a model uses, in tokens and, with prices, in money, by days in UTC. What is being asked counts as the most it
 * may use, so that questions at the same time cannot overdraw a day together. It counts for this process alone and begins
 * anew with it: the endpoint's own limit is what holds over several.
 */
export function createSpending(limits: SpendingLimits, now: () => Date): Reserve {
  const { tokensPerQuestion, tokensPerDay = Number.POSITIVE_INFINITY, prices } = limits;
  const costPerDay = limits.costPerDay ?? Number.POSITIVE_INFINITY;
  const costOf = ({ promptTokens, completionTokens }: TokenUsage) =>
    prices ? (promptTokens * prices.input + completionTokens * prices.output) / TOKENS_PER_PRICE : 0;
  let day = { date: "", tokens: 0, cost: 0 };
  return (promptBytes) => {
    const date = now().toISOString().slice(0, 10);
    if (day.date !== date) day = { date, tokens: 0, cost: 0 };
    const today = day;
    const promptTokens = estimateTokens(promptBytes);
    const most = { promptTokens, completionTokens: tokensPerQuestion - promptTokens };
    if (most.completionTokens <= 0) return { problem: "the question is longer than its share of tokens" };
    if (today.tokens + tokensPerQuestion > tokensPerDay) return { problem: "today's tokens are used up" };
    if (today.cost + costOf(most) > costPerDay) return { problem: "today's budget is used up" };
    const book = (usage: TokenUsage, sign: 1 | -1) => {
      today.tokens += sign * (usage.promptTokens + usage.completionTokens);
      today.cost += sign * costOf(usage);
    };
    book(most, 1);
    return {
      mostOutput: most.completionTokens,
      settle: (usage) => {
        book(most, -1);
        book(usage, 1);
        const money = prices ? { cost: rounded(costOf(usage)), costToday: rounded(today.cost) } : {};
        return { ...usage, ...money, tokensToday: today.tokens };
      },
    };
  };
}

/** To a millionth of the currency. */
function rounded(cost: number): number {
  return Math.round(cost * TOKENS_PER_PRICE) / TOKENS_PER_PRICE;
}
