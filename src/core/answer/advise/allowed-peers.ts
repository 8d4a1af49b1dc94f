import type { AddressScope } from "../../network/address-scope.ts";
import { mergeBlocks } from "../../network/address-set.ts";
import type { Cidr } from "../../network/cidr.ts";
import { formatCidr } from "../../network/cidr.ts";
import { extentOf, type Subject } from "../../question/subject.ts";
import type { Situation } from "../select/situation.ts";
import { names, sentencesOf } from "./sentences.ts";

/** Somebody wants something, and does not merely tell how it is. */
const wish =
  /\b(?:how|what (?:do|should|must|would|to|has|have|is)|which|needs?|wants?|should|must|ha(?:s|ve) to|trying|would like|can (?:i|we|you|someone|anyone)|could|please|example|snippet)\b/i;

const allow =
  /\b(?:allow|permit|admit|accept|restrict|limit)(?:s|ed|ing)?\b|\b(?:white|allow|safe)[- ]?list|\blets?\b|\bopen\b|\b(?:give|grant|have|has|gets?)\b.{0,12}\baccess\b|source[ _]?ranges?\b/i;

/** What is to be kept out, an exception, or something that does not do what it should: no list to allow. */
const otherwise =
  /\b(?:den(?:y|ies|ied)|drop(?:s|ped)?|bann?(?:ed)?|reject\w*|refus\w*|except|exclud\w*|not|never|\w+n't|still|ignored?|why)\b|(?<!\b(?:cidr|ip|address|the|this|that|a|one|whole|same)[ -])\bblock(?:s|ed|ing)?\b/i;

/** Addresses that come from somewhere: no loopback, no multicast, nothing that stays on its link. */
const canBeSource: ReadonlySet<AddressScope> = new Set([
  "private-use",
  "shared-address-space",
  "unique-local",
  "documentation",
  "global",
]);

/** Nobody means to admit an eighth of the internet. */
const widest = { 4: 8, 6: 16 } as const;

/** The blocks somebody asks to let in or out, as the fewest CIDRs, and the subjects they were named by. */
export type Allowed = { readonly cidrs: readonly Cidr[]; readonly subjects: readonly Subject[] };

/**
 * What the thread asks to let in. Undefined where it does not ask for that, and where a single value is in doubt: a block
 * that was only masked (`10.20.x.x`), a special address, all addresses.
 */
export function allowedSources(situation: Situation): Allowed | undefined {
  const { text } = situation.reading;
  return allowedPeers(situation, (subject) => subject.direction !== "destination" || isGoal(text, subject));
}

/** "Set the list to 10.1.0.0/16" leads there as little as "restrict it to 10.1.0.0/16" does; "access to" may be either. */
const leadsTo = /\b(?:set|restrict|limit|open|change|source ?ranges?)\w*\b[^.;?!\n]{0,40}(?<!\baccess )\bto\b\W{0,3}$/i;

function isGoal(text: string, { written }: Subject): boolean {
  const at = text.indexOf(written);
  return at >= 0 && leadsTo.test(text.slice(Math.max(0, at - 80), at));
}

/** What the thread asks to let out to, under the same conditions. */
export function allowedDestinations(situation: Situation): Allowed | undefined {
  return allowedPeers(situation, ({ direction }) => direction !== "source");
}

function allowedPeers({ reading, subjects }: Situation, isMeant: (subject: Subject) => boolean): Allowed | undefined {
  const allowing = sentencesOf(reading.text).filter((sentence) => allow.test(sentence) && !otherwise.test(sentence));
  if (!allowing.some((sentence) => wish.test(sentence))) return undefined;
  const meant = subjects.filter(
    ({ subject }) =>
      subject.direction !== "bound" &&
      isMeant(subject) &&
      allowing.some((sentence) => names(sentence, subject.written)),
  );
  const isSure = meant.every(({ subject, verdict, isUniform }) => {
    const isMasked = subject.kind === "block" && !subject.written.includes("/");
    return !isMasked && isUniform && canBeSource.has(verdict.scope);
  });
  const cidrs = mergeBlocks(meant.map(({ subject }) => extentOf(subject)));
  const isNarrow = cidrs.every(({ address, prefixLength }) => prefixLength >= widest[address.family]);
  return meant.length > 0 && isSure && isNarrow ? { cidrs, subjects: meant.map(({ subject }) => subject) } : undefined;
}

/** The sentence that stands as evidence for a list of allowed blocks. */
export function sayAllowed(cidrs: readonly Cidr[], port?: number): string {
  const onPort = port === undefined ? "" : `, on port ${port}`;
  return `To allow, by the question: ${cidrs.map(formatCidr).join(", ")}${onPort}.`;
}
