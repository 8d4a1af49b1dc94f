import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type AskedAttribute, SOMETHING_ELSE } from "../../question/asked/asked-attribute.ts";
import type { Candidate } from "../select/candidate.ts";
import { type Attribute, attributes } from "./attributes.ts";
import { answerShares, expectedInformation, type Outcome } from "./expected-information.ts";

/** A question worth asking: what it is about, its answers, the likeliest first, and what it is expected to tell, in bits. */
export type ChosenAttribute = {
  readonly name: AskedAttribute;
  readonly answers: readonly string[];
  readonly bits: number;
};

const MOST_ANSWERS = 5;
/** A question that tells less is not worth a reply. */
const LEAST_BITS = 0.1;
/** Differences below this are those of rounding. */
const NEGLIGIBLE = 1e-9;

/** What to ask to tell the candidates apart soonest: `mayAsk` says what is still open. Each weighs as much as its score. */
export function chooseAttribute(
  candidates: readonly Candidate[],
  knowledge: Knowledge,
  mayAsk: (name: AskedAttribute) => boolean,
): ChosenAttribute | undefined {
  const products = candidates.flatMap(({ range }) => knowledge.products.get(range.fact.product) ?? []);
  let best: ChosenAttribute | undefined;
  for (const attribute of attributes) {
    if (!mayAsk(attribute.name) || attribute.fits?.(products) === false) continue;
    const chosen = judge(attribute, candidates, knowledge);
    if (chosen.bits >= LEAST_BITS && chosen.bits > (best?.bits ?? 0) + NEGLIGIBLE) best = chosen;
  }
  return best;
}

function judge(
  { name, answersOf }: Attribute,
  candidates: readonly Candidate[],
  knowledge: Knowledge,
): ChosenAttribute {
  const outcomes = candidates.map((one) => ({ weight: one.score, answers: answersOf(one, knowledge) }));
  const shares = [...answerShares(outcomes)].filter(([answer]) => answer !== SOMETHING_ELSE);
  const answers = shares
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_ANSWERS)
    .map(([answer]) => answer);
  return { name, answers, bits: expectedInformation(outcomes.map((outcome) => offerOnly(answers, outcome))) };
}

/** Answers that there is no room for all come back as "something else", and tell less. */
function offerOnly(offered: readonly string[], { weight, answers }: Outcome): Outcome {
  const shares = new Map<string, number>();
  for (const [answer, share] of answers) {
    const said = offered.includes(answer) ? answer : SOMETHING_ELSE;
    shares.set(said, (shares.get(said) ?? 0) + share);
  }
  return { weight, answers: shares };
}
