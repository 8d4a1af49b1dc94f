import type { Audience } from "../../question/audience.ts";
import type { Answer } from "../answer.ts";
import { acceptRephrasing, type RephraseResult } from "./accept-rephrasing.ts";
import { acceptTranslation, type NamesProducts } from "./accept-translation.ts";

/** The answer in a model's words or in another language, if they hold beside the plain ones; else the plain answer. */
export function acceptWording(
  plain: Answer,
  result: RephraseResult,
  audience: Audience,
  productsIn: NamesProducts,
): Answer {
  const isTranslated = result.status === "rephrased" && result.language !== undefined;
  return isTranslated
    ? acceptTranslation(plain, result, audience, productsIn)
    : acceptRephrasing(plain, result, audience);
}
