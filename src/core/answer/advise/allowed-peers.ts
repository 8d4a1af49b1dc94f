import type { AddressScope } from "../../network/address-scope.ts";
import { mergeBlocks } from "../../network/address-set.ts";
import type { Cidr } from "../../network/cidr.ts";
import { formatCidr } from "../../network/cidr.ts";
import { extentOf, type Subject } from "../../question/subject.ts";
import type { ClassifiedSubject, Situation } from "../select/situation.ts";
import { allowingSentences, type Flow } from "./allowing-sentences.ts";
import { names } from "./sentences.ts";

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
  return allowedPeers(situation, "in", (subject) => subject.direction !== "destination" || isGoal(text, subject));
}

/** What the thread asks to let out to, under the same conditions. */
export function allowedDestinations(situation: Situation): Allowed | undefined {
  return allowedPeers(situation, "out", ({ direction }) => direction !== "source");
}

/** "Set the list to 10.1.0.0/16" leads there as little as "restrict it to 10.1.0.0/16" does; "access to" may be either. */
const leadsTo =
  /\b(?:set|restrict|limit|open|expose|change|source ?ranges?)\w*\b[^.;?!\n]{0,40}(?<!\baccess )\bto\b\W{0,3}$/i;

function isGoal(text: string, { written }: Subject): boolean {
  const at = text.indexOf(written);
  return at >= 0 && leadsTo.test(text.slice(Math.max(0, at - 80), at));
}

function allowedPeers({ reading, subjects }: Situation, flow: Flow, fits: (subject: Subject) => boolean) {
  const allowing = allowingSentences(reading.text, flow);
  const able = subjects.filter(({ subject }) => subject.direction !== "bound" && fits(subject));
  const named = able.filter(({ subject: { written } }) => allowing.some((sentence) => names(sentence, written)));
  const meant = named.length > 0 ? named : referredTo(allowing, able, flow);
  const cidrs = mergeBlocks(meant.map(({ subject }) => extentOf(subject)));
  const isNarrow = cidrs.every(({ address, prefixLength }) => prefixLength >= widest[address.family]);
  if (meant.length === 0 || !meant.every(isSure) || !isNarrow) return undefined;
  return { cidrs, subjects: meant.map(({ subject }) => subject) } satisfies Allowed;
}

/** "They call us from 203.0.113.7. How do we let only them in?" */
function referredTo(allowing: readonly string[], able: readonly ClassifiedSubject[], flow: Flow): ClassifiedSubject[] {
  const isReferred = flow === "in" && allowing.some((sentence) => /\b(?:they|them|these|those)\b/i.test(sentence));
  return isReferred ? able.filter(({ subject: { direction } }) => direction === "source") : [];
}

/** A block written out in full, of addresses that can be at the other end. */
function isSure({ subject, verdict, isUniform }: ClassifiedSubject): boolean {
  const isMasked = subject.kind === "block" && !subject.written.includes("/");
  return !isMasked && isUniform && canBeSource.has(verdict.scope);
}

/** The sentence that stands as evidence for a list of allowed blocks. */
export function sayAllowed(cidrs: readonly Cidr[], port?: number): string {
  const onPort = port === undefined ? "" : `, on port ${port}`;
  return `To allow, by the question: ${cidrs.map(formatCidr).join(", ")}${onPort}.`;
}
