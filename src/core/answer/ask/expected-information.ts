/** How likely each answer is, given that a candidate is the right one; the values sum to 1. */
export type AnswerShares = ReadonlyMap<string, number>;

/** One candidate as a question sees it: what weighs for it, and how it would be answered if it is the right one. */
export type Outcome = { readonly weight: number; readonly answers: AnswerShares };

/**
 * By how many bits an answer is expected to narrow the candidates down: the entropy of the answers less what of it is left
 * when the candidate is known (the mutual information of Shannon 1948). Weights need not sum to 1. 0 for no candidates.
 */
export function expectedInformation(outcomes: readonly Outcome[]): number {
  const total = outcomes.reduce((sum, { weight }) => sum + weight, 0);
  if (total <= 0) return 0;
  const noise = outcomes.reduce(
    (sum, { weight, answers }) => sum + (weight / total) * entropy([...answers.values()]),
    0,
  );
  return entropy([...answerShares(outcomes).values()]) - noise;
}

/** How likely each answer is over all candidates. */
export function answerShares(outcomes: readonly Outcome[]): AnswerShares {
  const total = outcomes.reduce((sum, { weight }) => sum + weight, 0);
  const shares = new Map<string, number>();
  for (const { weight, answers } of outcomes)
    for (const [answer, share] of answers) shares.set(answer, (shares.get(answer) ?? 0) + (weight / total) * share);
  return shares;
}

function entropy(shares: readonly number[]): number {
  return shares.reduce((sum, share) => (share > 0 ? sum - share * Math.log2(share) : sum), 0);
}
