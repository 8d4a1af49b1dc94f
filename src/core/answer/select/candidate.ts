import type { RangeFact } from "../../knowledge/knowledge.ts";
import type { Certainty } from "../answer.ts";

/** One possible meaning of an address here: the range it would belong to, how sure that is, and why. */
export type Candidate = {
  readonly range: RangeFact;
  readonly certainty: Certainty;
  /** Higher is better; only good for ordering candidates of one subject. */
  readonly score: number;
  readonly reasons: readonly string[];
};
