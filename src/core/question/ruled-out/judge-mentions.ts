import type { Mention } from "../mention.ts";
import {
  affirmingPatterns,
  componentNames,
  keepingPatterns,
  listGap,
  type MentionContext,
  type RulingPattern,
  rulingPatterns,
} from "./ruling-patterns.ts";

/** What a text says of a product it names: that it is there, that it is not, or merely its name. */
type Standing = "affirmed" | "named" | "ruled-out";

/** A mention and how it stands; of one that is ruled out the reason says by what. */
export type JudgedMention = Mention<string> & { readonly standing: Standing };

const BEFORE = 90;
const AFTER = 70;

/** Says of each mention, given in order, whether the words around it rule the product out. Linear: each reads a window. */
export function judgeMentions(text: string, mentions: readonly Mention<string>[]): JudgedMention[] {
  const judged: JudgedMention[] = [];
  for (const [i, mention] of mentions.entries()) {
    const next = mentions[i + 1];
    const context = contextOf(text, mention, next);
    const pattern = rulingOf(context) ?? (continuesList(text, judged.at(-1), mention, next) ? listed : undefined);
    // "Moved from k3s 1.24 to k3s 1.27" leaves k3s.
    if (pattern && next?.value !== mention.value) judged.push(ruleOut(mention, pattern));
    else judged.push({ ...mention, standing: matches(affirmingPatterns, context) ? "affirmed" : "named" });
  }
  return judged;
}

const listed: RulingPattern = { reason: "stands in a list that is ruled out" };

function ruleOut(mention: Mention<string>, { reason }: RulingPattern): JudgedMention {
  return { ...mention, standing: "ruled-out", reason: `"${mention.text}" ${reason}` };
}

function rulingOf(context: MentionContext): RulingPattern | undefined {
  const ruling = matches(rulingPatterns, context);
  return ruling && !matches(keepingPatterns, context) && !matches(affirmingPatterns, context) ? ruling : undefined;
}

function matches(patterns: readonly RulingPattern[], context: MentionContext): RulingPattern | undefined {
  const holds = (pattern: RegExp | undefined, text: string) => pattern === undefined || pattern.test(text);
  return patterns.find(
    ({ before, after, toNext }) =>
      holds(before, context.before) && holds(after, context.after) && holds(toNext, context.toNext),
  );
}

/** The sentence around a mention. */
function contextOf(text: string, { start, end }: Mention<string>, next: Mention<string> | undefined): MentionContext {
  const before = plain(text.slice(Math.max(0, start - BEFORE), start)).replace(/[_(]+$/, "");
  const after = plain(text.slice(end, end + AFTER)).replace(/^[_)]+/, "");
  const toNext = next && next.start - end <= AFTER ? plain(text.slice(end, next.start)) : "";
  const sentence = before.split(/[.?!:]\s+|[;\n]/).at(-1) ?? "";
  return { before: sentence.replace(/^\s+/, ""), after, toNext };
}

/** Lower case, one kind of apostrophe, single spaces, and without the marks that make a word bold or quoted. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replace(/[`"*]/g, "")
    .replace(/[ \t]+/g, " ");
}

/** "Not EKS or GKE", "neither EKS, GKE nor AKS": a list is ruled out as a whole. */
function continuesList(
  text: string,
  last: JudgedMention | undefined,
  mention: Mention<string>,
  next: Mention<string> | undefined,
): boolean {
  if (last?.standing !== "ruled-out") return false;
  const gap = plain(text.slice(last.end, mention.start));
  if (listGap.test(gap)) return true;
  return gap === ", " && next !== undefined && listGap.test(plain(text.slice(mention.end, next.start)));
}

/**
 * What a whole message says of each product it names. What is ruled out stays so when it is named once more, unless by
 * what it leaves behind: "no Docker, but a docker0 interface".
 */
export function settleMessage(mentions: readonly JudgedMention[]): Map<string, JudgedMention> {
  const settled = new Map<string, JudgedMention>();
  for (const [product, all] of Map.groupBy(mentions, ({ value }) => value)) {
    const affirmed = all.find(({ standing }) => standing === "affirmed");
    const out = all.find(({ standing }) => standing === "ruled-out");
    const deciding = affirmed ?? (out ? (all.find((one) => isTrace(one, out)) ?? out) : all[0]);
    if (deciding && !isComponent(deciding)) settled.set(product, deciding);
  }
  return settled;
}

function isTrace({ standing, text }: JudgedMention, out: JudgedMention): boolean {
  const name = out.text.toLowerCase();
  return standing === "named" && text.length > name.length && text.toLowerCase().startsWith(name);
}

function isComponent({ standing, text, value }: JudgedMention): boolean {
  const name = text.toLowerCase();
  return standing === "ruled-out" && (componentNames.has(name) || (name !== value && optionName.test(text)));
}

/** `natOutgoing`, `AWS_VPC_K8S_CNI_EXTERNALSNAT`, `do-loadbalancer-hostname`: who goes without an option keeps the product. */
const optionName = /[a-z][A-Z]|_|\w-\w+-\w/;
