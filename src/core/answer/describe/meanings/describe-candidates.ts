import type { Evidence } from "../../../evidence/evidence.ts";
import { blocksOf, factsInForce, type Knowledge, type RangeFact } from "../../../knowledge/knowledge.ts";
import { roleTraits } from "../../../knowledge/network-role.ts";
import { formatCidr, isSameCidr } from "../../../network/cidr.ts";
import type { Classification } from "../../../network/classify.ts";
import { holdsSubject, type Subject } from "../../../question/subject.ts";
import type { Topic } from "../../../question/topic.ts";
import { computedEvidence, evidenceOfFact } from "../../evidence-of.ts";
import { type Piece, priorities } from "../../piece.ts";
import type { Candidate } from "../../select/candidate.ts";
import { distinctMeanings } from "../../select/distinct-meanings.ts";
import type { Situation } from "../../select/situation.ts";
import { asksContainment } from "../computed/describe-relations.ts";
import { listWords } from "../list-words.ts";
import { withArticle } from "../with-article.ts";
import { asBridge } from "./as-bridge.ts";
import { sayExactUse } from "./say-exact-use.ts";
import { sayTypicalUse } from "./say-typical-use.ts";

const MOST_MEANINGS = 6;
const MOST_SUBJECTS = 3;
/** A private block from this prefix length on is rarely anybody else's. */
const NARROW = 20;
const MOST_LEADS = 3;

/** What each subject most likely is here: the documented meaning where a product is named, else who uses such addresses. */
export function describeCandidates(situation: Situation): Piece[] {
  const mayTell = asksWhose(situation);
  return situation.subjects.slice(0, MOST_SUBJECTS).flatMap(({ subject, verdict }, i): Piece[] => {
    const candidates = situation.candidates[i] ?? [];
    const [best] = candidates;
    if (best?.certainty === "documented")
      return describeMeaning(subject, asBridge(subject, best, situation.knowledge), i, asksWhat(situation));
    // Whose a second address may be is told once the first one is settled.
    return i === 0 && mayTell
      ? describePossibilities(subject, candidates, situation.knowledge, isOrdinary(verdict))
      : [];
  });
}

const whoseTopics: ReadonlySet<Topic> = new Set(["what-is-address", "which-range", "documented"]);

/** Who uses such addresses is of use to one who asks what they are, or names nothing but the address, and no product. */
export function asksWhose({ reading, knowledge }: Situation): boolean {
  if (asksContainment(reading.text)) return false;
  const isSettled = reading.products.some(({ product }) => hasNetworks(product, knowledge));
  if (isSettled) return false;
  return reading.topics.length === 0 || reading.topics.some(({ topic }) => whoseTopics.has(topic));
}

/** A program that has no network of its own, and plain Kubernetes, leave open whose an address is. */
function hasNetworks(product: string, knowledge: Knowledge): boolean {
  const isPlain = knowledge.products.get(product)?.kind === "kubernetes";
  return !isPlain && factsInForce(knowledge, product).some((fact) => blocksOf(fact).length > 0);
}

function describeMeaning(subject: Subject, { range }: Candidate, order: number, isAsked: boolean): Piece[] {
  const { noun } = roleTraits[range.role];
  const cidr = formatCidr(range.cidr);
  const lead = sayMembership(subject, range, noun);
  const [first, rest] = cutFirstSentence(range.fact.statement);
  const priority = rankOf(order, isAsked);
  const told = { slot: "detail", article: range.fact.id } as const;
  const membership = lead ? [computedEvidence(`membership-${subject.written}-${cidr}`, lead)] : [];
  const evidence = evidenceOfFact(range.fact);
  return [
    { ...told, position: 0, priority, text: `${lead}${first}`, evidence: [evidence, ...membership] },
    ...(rest ? [{ ...told, position: 1, priority: priority + restWaits, text: rest, evidence: [evidence] }] : []),
  ];
}

/** What a fact says after its first sentence is of use, and makes way for what is more to the point. */
const restWaits = 5;

/** A sentence ends before a capital, a figure or a piece of code; `e.g. 10.0.0.0` does not come up in statements. */
function cutFirstSentence(text: string): [string, string] {
  const end = /[.!?]\s+(?=[\p{Lu}`"\d])/u.exec(text);
  return end ? [text.slice(0, end.index + 1), text.slice(end.index + end[0].length)] : [text, ""];
}

/** What an address is comes first where that is asked; else what explains it may. */
function rankOf(order: number, isAsked: boolean): number {
  if (order > 0) return (isAsked ? priorities.askedFurtherCandidate : priorities.furtherCandidate) + order;
  return isAsked ? priorities.askedCandidate : priorities.candidate;
}

function asksWhat({ reading }: Situation): boolean {
  return reading.topics.length === 0 || reading.topics.some(({ topic }) => whoseTopics.has(topic));
}

/** The block is named where the fact does not name it itself. */
function sayMembership(subject: Subject, { cidr, fact }: RangeFact, noun: string): string {
  const range = formatCidr(cidr);
  if (isSameCidr(subject.block, cidr) || subject.written === range) return "";
  const relation = holdsSubject(cidr, subject) ? "is in" : "fits";
  if (fact.statement.includes(range)) return `\`${subject.written}\` ${relation} ${withArticle(noun)} range: `;
  return `\`${subject.written}\` ${relation} ${range}, ${withArticle(noun)} range. `;
}

function describePossibilities(
  subject: Subject,
  candidates: readonly Candidate[],
  knowledge: Knowledge,
  ordinary: boolean,
): Piece[] {
  const meanings = distinctMeanings(candidates, knowledge);
  const narrow = meanings.filter(isNarrow);
  // Of private space a small network that few have is a lead; what else it may be follows.
  const isLead = ordinary && narrow.length > 0 && narrow.length <= MOST_LEADS;
  const ranges = meanings.map(({ range }) => range);
  const exact = sayExactUse(subject, ranges, knowledge);
  if (exact) return [listed(subject, exact.text, exact.told, priorities.askedCandidate)];
  const typical = ordinary && !isLead ? sayTypicalUse(subject, ranges, knowledge) : undefined;
  if (typical) return [listed(subject, typical.text, typical.told, priorities.narrowMeanings)];
  const best = (isLead ? [...new Set([...narrow, ...meanings])] : meanings).slice(0, MOST_MEANINGS);
  if (best.length === 0) return [];
  const uses = best.map(({ range }) => {
    const name = knowledge.products.get(range.fact.product)?.name ?? range.fact.product;
    return `${name} (${roleTraits[range.role].noun}, ${formatCidr(range.cidr)})`;
  });
  const what = best.every(({ range }) => holdsSubject(range.cidr, subject)) ? "" : "parts of ";
  const text = `Products that use ${what}\`${subject.written}\`: ${listWords(uses)}.`;
  const priority = isLead ? priorities.narrowMeanings : ordinary ? priorities.otherMeanings : priorities.meanings;
  return [
    listed(
      subject,
      text,
      best.map(({ range }) => range),
      priority,
    ),
  ];
}

/** What must not be used by anything else is nobody's network. */
function isNarrow({ range: { cidr, fact } }: Candidate): boolean {
  const isReserved = fact.claim.type === "range" && fact.claim.status === "reserved";
  return cidr.prefixLength >= NARROW && cidr.address.family === 4 && !isReserved;
}

function listed({ written }: Subject, text: string, ranges: readonly RangeFact[], priority: number): Piece {
  const facts = ranges.map(({ fact }) => withFirstSource(evidenceOfFact(fact)));
  return { slot: "detail", priority, text, evidence: [...facts, computedEvidence(`users-of-${written}`, text)] };
}

/** Almost everything uses RFC 1918 addresses: a list of who might says less there than elsewhere. */
function isOrdinary({ scope }: Classification): boolean {
  return scope === "private-use";
}

/** A list of many names would drown in sources: one each says where to read on. */
function withFirstSource(evidence: Evidence): Evidence {
  return { ...evidence, sources: evidence.sources.slice(0, 1) };
}
