import { type PlaceSettings, settingNames } from "../knowledge/place-settings.ts";
import { headAndTail } from "../question/recognise-topics.ts";
import { settingLexicon } from "./setting-lexicon.ts";

/** What a thread says of a place, and what it asks to change in it. */
export type SaidSettings = {
  readonly said: Partial<PlaceSettings>;
  readonly asked: Partial<PlaceSettings>;
};

const asksToChange =
  /\b(?:what (?:if|happens|changes)|(?:should|can|could|do|must) (?:i|we)|would|will|do(?:es)? .{0,30}\bhelp|need(?:ed)?|if (?:i|we)|how (?:do|can) (?:i|we)|is .{0,40}\b(?:enough|needed))\b/;
const denies = /\b(?:not|no|without|isn'?t|don'?t|doesn'?t|never|disabl\w*|lacks?)\b[^.,;:?!]{0,16}$/;
/** As far as a denial reaches: a word and the gap behind it. */
const LOOK_BACK = 32;
const deniesAfter = /^[^.,;?!]{0,12}\b(?:off|disabled|false)\b/;

/**
 * Reads the settings a thread speaks of, the newest message (first in `texts`) leading. Where the newest message asks what
 * a setting would do, it is a change to the place and no part of it: what follows the asking words or, if nothing does,
 * what comes before them.
 */
export function recogniseSettings(texts: readonly string[]): SaidSettings {
  const [newest = "", ...earlier] = texts.map((text) => headAndTail(text).toLowerCase());
  let known: Partial<PlaceSettings> = {};
  for (const text of earlier.toReversed()) known = { ...known, ...settingsIn(text) };
  const question = asksToChange.exec(newest);
  if (question === null) return { said: { ...known, ...settingsIn(newest) }, asked: {} };
  const before = settingsIn(newest.slice(0, question.index));
  const { network, ...after } = settingsIn(newest.slice(question.index));
  // Where the other side is cannot be set, so it is never what is asked to change.
  const circumstances = network ? { network } : {};
  return Object.keys(after).length > 0
    ? { said: { ...known, ...before, ...circumstances }, asked: after }
    : { said: { ...known, ...circumstances }, asked: before };
}

function settingsIn(text: string): Partial<PlaceSettings> {
  return Object.fromEntries(
    settingNames.flatMap((name) => {
      for (const { value, pattern, denied } of settingLexicon[name]) {
        const match = pattern.exec(text);
        if (match === null) continue;
        const isDenied =
          denies.test(text.slice(Math.max(0, match.index - LOOK_BACK), match.index)) ||
          deniesAfter.test(text.slice(match.index + match[0].length));
        const meant = isDenied ? denied : value;
        if (meant !== undefined) return [[name, meant]];
      }
      return [];
    }),
  );
}
