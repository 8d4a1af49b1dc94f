import { sentencesOf } from "./sentences.ts";

/** Somebody wants something, and does not merely tell how it is. */
const wish =
  /\b(?:how|what|which|where|needs?|wants?|should|must|ha(?:s|ve) to|trying|would like|can (?:i|we|you|someone|anyone)|could|please|pls|example|snippet)\b|^\W*(?:allow|permit|add|let|restrict|limit|open)\b/i;

const allow =
  /\b(?:allow|permit|admit|accept|restrict|limit)(?:s|ed|ing)?\b|\b(?:white|allow|safe)[- ]?list|\b(?:lets?|open|add)\b|\b(?:give|grant|have|has|gets?)\b.{0,12}\baccess\b|source[ _]?ranges?\b|\bipblock\b|\bexpose\b.{0,30}\bonly to\b|\bonly\b.{0,30}\b(?:reach|access|connect|call|use|from)\b|\b(?:reachable|accessible)\b.{0,12}\bfrom\b/i;

/** To be let out is asked for in other words than to be let in. */
const reach = /\b(?:needs?|must|ha(?:s|ve) to|should|wants?)\b.{0,30}\b(?:reach|talk|connect|access|call)\b/i;

/** What is to be kept out, an exception, or something that does not do what it should: no list to allow. */
const otherwise =
  /\b(?:den(?:y|ies|ied)|drop(?:s|ped)?|bann?(?:ed)?|reject\w*|refus\w*|except|exclud\w*|not|never|\w+n't|still|ignored?|why)\b|(?<!\b(?:cidr|ip|address|the|this|that|a|one|whole|same)[ -])\bblock(?:s|ed|ing)?\b/i;

/** A question for yes or no: the answer may be that nothing has to be allowed at all. */
const doubts =
  /(?:^|[,;:)])\s*(?:so |and |but )?(?:do|does|should|is|are|must|would|will|shall) (?:i|we|you|it|this|that|they)\b/i;

/** The usual setting that is there before anything is allowed; no wish to deny. */
const defaultDeny = /\bdefault[- ]deny(?:[- ]all)?\b/gi;

export type Flow = "in" | "out";

/** The sentences that ask what to let in or out; a log line that says "allow" is none, nor is a question whether to. */
export function allowingSentences(text: string, flow: Flow): string[] {
  return sentencesOf(text.replace(defaultDeny, "")).filter(
    (sentence) =>
      wish.test(sentence) &&
      (allow.test(sentence) || (flow === "out" && reach.test(sentence))) &&
      !otherwise.test(sentence) &&
      !doubts.test(sentence.trim()),
  );
}
