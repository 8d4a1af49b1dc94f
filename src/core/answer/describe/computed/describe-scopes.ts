import { formatAddress } from "../../../network/address.ts";
import { formatCidr } from "../../../network/cidr.ts";
import type { Registry } from "../../../network/registry.ts";
import type { Subject } from "../../../question/subject.ts";
import type { Topic } from "../../../question/topic.ts";
import { computedEvidence, evidenceOfRow } from "../../evidence-of.ts";
import { type Piece, priorities } from "../../piece.ts";
import type { Candidate } from "../../select/candidate.ts";
import type { ClassifiedSubject, Situation } from "../../select/situation.ts";
import { listWords } from "../list-words.ts";
import { isInvalid } from "./describe-notation.ts";
import { looksLike, sayVerdict } from "./say-verdict.ts";

/** What kind of address each subject is, in the registry's terms and in plain ones; alike subjects in one sentence. */
export function describeScopes({ subjects, reading, candidates, knowledge }: Situation): Piece[] {
  const asksWhat = reading.topics.some(({ topic }) => asksForScope.has(topic)) || reading.topics.length === 0;
  const plans = reading.topics.some(({ topic }) => planningTopics.has(topic));
  const invalid = new Set(reading.entities.findings.filter(({ kind }) => isInvalid[kind]).map(({ text }) => text));
  const groups = Map.groupBy(
    subjects.filter(
      (classified, i) => !invalid.has(classified.subject.written) && !isExplained(classified, candidates[i]),
    ),
    verdictKey,
  );
  const asksVerdict = asksWhat && verdictWords.test(reading.text);
  // People put documentation addresses in the place of their own: then it is not what the question is about.
  const isPlaced = !asksWhat && reading.products.length > 0;
  const mayStandIn = (alike: readonly ClassifiedSubject[]) =>
    alike.every(isExampleAddress) && (isPlaced || (groups.size > 1 && !alike.some((one) => one === subjects[0])));
  const asksForPublic = groups.size > 1 && publicWanted.test(reading.text);
  const asksSides = asksWhat && groups.size > 1 && sides.test(reading.text);
  return [...groups.values()].map((alike, i) => {
    const asked = asksVerdict
      ? priorities.askedRelation
      : asksSides
        ? priorities.unusualScope
        : priorities.ordinaryScope;
    if (mayStandIn(alike)) return describeAlike(alike, priorities.ordinaryScope, knowledge.registry);
    const isWanted = asksForPublic && alike.every(({ verdict }) => verdict.scope === "global");
    const priority = isWanted
      ? priorities.askedScope
      : Math.min(asked, priorityOf(alike, { asksWhat, plans }, knowledge.registry));
    return describeAlike(alike, priority + Math.min(i, 4), knowledge.registry);
  });
}

/** "is 11.0.0.5 private?", "128.0.0.1 internal?": the verdict is the answer. */
const verdictWords =
  /\bis [`"']?[\da-f][\d.:a-f/x*]{3,}[`"']? (?:an? )?(?:private|public|internal|external|routable|reserved)\b|(?:private|public|internal|external|routable)\?/i;

/** Which of many is public is an auditor's question: those that are, are the answer. */
const publicWanted = /\b(?:which|any|what|has|have|is there|are there|spot)\b[^.?!]{0,60}\bpublic(?:ly)?\b/i;

/** Which of several addresses is from here and which is not: then even the ordinary ones are worth their sentence. */
const sides = /\b(?:ours|internal|external|inside|outside|private|public)\b/i;

/** That 10.1.2.3 is private and 8.8.8.8 public goes without saying, unless what it is was asked. */
function priorityOf(
  alike: readonly ClassifiedSubject[],
  { asksWhat, plans }: { readonly asksWhat: boolean; readonly plans: boolean },
  registry: Registry,
): number {
  const isOrdinary = alike.every((one) => isPlain(one) && !isPublicBlock(one) && !isMistakenForPrivate(one, registry));
  if (isOrdinary) return asksWhat ? priorities.scope : priorities.ordinaryScope;
  if (plans && alike.some((one) => isPublicBlock(one) && isMistakenForPrivate(one, registry)))
    return priorities.contradiction;
  if (alike.every(carriesAddress)) return priorities.askedCandidate;
  if (asksWhat) return priorities.askedScope;
  return alike.some(isWrittenBlock) ? priorities.unusualScope : priorities.scope;
}

function isExampleAddress({ verdict, subject }: ClassifiedSubject): boolean {
  return verdict.scope === "documentation" && subject.kind === "address";
}

/** Where a network is being numbered, a public block among the private ones decides whether the plan holds at all. */
const planningTopics: ReadonlySet<Topic> = new Set(["overlap", "change-range"]);

/** Who writes a block mostly numbers a network of their own; that it is public is news then. */
function isPublicBlock(classified: ClassifiedSubject): boolean {
  return classified.verdict.scope === "global" && isWrittenBlock(classified);
}

/** Which IPv4 address stands in an IPv6 one is what nobody reads off it. */
function carriesAddress({ subject, verdict }: ClassifiedSubject): boolean {
  return verdict.embeds !== undefined && subject.kind === "address";
}

function isWrittenBlock({ subject }: ClassifiedSubject): boolean {
  return subject.kind === "block" && subject.written.includes("/") && !isSingle(subject);
}

function isSingle({ block: { prefixLength, address } }: Subject): boolean {
  return prefixLength === (address.family === 4 ? 32 : 128);
}

/** Private or public, all of it: what most addresses are. */
function isPlain({ verdict, isUniform }: ClassifiedSubject): boolean {
  return isUniform && (verdict.scope === "private-use" || verdict.scope === "global");
}

/** What is just outside the private blocks is nearly always taken to be private. */
function isMistakenForPrivate({ subject, verdict }: ClassifiedSubject, registry: Registry): boolean {
  if (verdict.scope !== "global") return false;
  return registry.rows.some((row) => looksLike(row, subject.block));
}

const asksForScope: ReadonlySet<Topic> = new Set(["what-is-address", "which-range", "notation"]);

function verdictKey({ verdict, isUniform, subject }: ClassifiedSubject): string {
  const row = verdict.decidedBy ? formatCidr(verdict.decidedBy.cidr) : verdict.scope;
  return isUniform ? row : `${row} ${formatCidr(subject.block)}`;
}

function describeAlike(alike: readonly ClassifiedSubject[], priority: number, registry: Registry): Piece {
  const [first] = alike;
  if (first === undefined) throw new Error("unreachable: a group has members");
  const names = listWords(alike.map(({ subject }) => `\`${subject.written}\``).slice(0, 4));
  const { said, rows } = sayVerdict(first, registry);
  const text = `${names}${alike.length > 1 ? ": each" : ""} ${said}.`;
  const computed = computedEvidence(`scope-of-${formatAddress(first.verdict.address)}`, text);
  return { slot: "detail", priority, text, evidence: [...rows.map(evidenceOfRow), computed] };
}

/** A public block that a product uses inside: to call it public here would mislead. */
function isExplained({ verdict }: ClassifiedSubject, candidates: readonly Candidate[] | undefined): boolean {
  return verdict.scope === "global" && candidates?.[0]?.certainty === "documented";
}
