import type { Audience } from "../../question/audience.ts";
import type { Answer, Statement } from "../answer.ts";
import { isSameBag } from "../verify/count-each.ts";
import { addsNoMarks } from "../verify/rules/adds-no-marks.ts";
import { keepsItsFigures } from "../verify/rules/keeps-its-figures.ts";
import { keepsItsLength } from "../verify/rules/keeps-its-length.ts";
import { keepsItsNames } from "../verify/rules/keeps-its-names.ts";
import type { WordingRule } from "../verify/rules/wording-rule.ts";
import { verifyAnswer } from "../verify/verify-answer.ts";
import { holdsTo, type RephraseResult, reword } from "./accept-rephrasing.ts";
import { guessLanguage } from "./guess-language.ts";

/** The products a text names, by id. */
export type NamesProducts = (text: string) => readonly string[];

const notice = "The above is a machine translation. What was checked against the sources is this:";

/**
 * Takes a model's translation if statement by statement every figure, code, technical word and product stands and none is
 * added, and if it is in the language that was asked for. Whether it denies what the plain statement says cannot be told
 * here; so it goes out as a machine translation with the plain statements behind it, or not at all.
 */
export function acceptTranslation(
  plain: Answer,
  result: RephraseResult,
  audience: Audience,
  productsIn: NamesProducts,
): Answer {
  const translated = result.status === "rephrased" ? reword(plain, result) : undefined;
  if (result.status === "unavailable" || !translated?.summary || !plain.summary) return plain;
  const rules = [keepsItsLength, addsNoMarks, keepsItsFigures, keepsItsNames, keepsItsProducts(productsIn)];
  const texts = [translated.summary, ...translated.details].map(({ text }) => text);
  const isTranslation = holdsTo(rules, plain, translated) && guessLanguage(texts.join(" ")) === result.language;
  const both: Answer = {
    ...translated,
    details: [...translated.details, introduce(plain.summary), ...plain.details],
    composedBy: { model: `${result.model} as a translation` },
  };
  return isTranslation && verifyAnswer(both, audience).length === 0 ? both : plain;
}

function introduce(summary: Statement): Statement {
  return { ...summary, text: `${notice} ${summary.text}` };
}

function keepsItsProducts(productsIn: NamesProducts): WordingRule {
  return {
    name: "keeps-its-products",
    judge: (wording, plain) =>
      isSameBag(new Set(productsIn(wording.text)), new Set(productsIn(plain.text)))
        ? undefined
        : "The wording names other products than the statement.",
  };
}
