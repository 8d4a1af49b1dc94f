import { factsInForce, type Knowledge, withFoundations } from "../../../knowledge/knowledge.ts";
import { type NetworkRole, roleTraits } from "../../../knowledge/network-role.ts";
import type { Product, ProductKind } from "../../../knowledge/product.ts";
import { holdsSubject, type Subject } from "../../../question/subject.ts";
import type { Topic } from "../../../question/topic.ts";
import { computedEvidence, evidenceOfFact } from "../../evidence-of.ts";
import { type Piece, priorities } from "../../piece.ts";
import type { Candidate } from "../../select/candidate.ts";
import { distinctMeanings } from "../../select/distinct-meanings.ts";
import type { Situation } from "../../select/situation.ts";
import { listWords } from "../list-words.ts";

/** A cluster is made by one of these. */
const clusterKinds: ReadonlySet<ProductKind> = new Set(["managed-kubernetes", "distribution", "local-cluster"]);

/** How a thread speaks of an address in the role. */
const roleWords: Partial<Readonly<Record<NetworkRole, RegExp>>> = {
  service: /\b(?:services?|svc|cluster-? ?ips?|kube-?dns|api ?server)\b/i,
  pod: /\bpods?\b/i,
};

/** Ranges that were chosen by hand say nothing of whose defaults they are. */
const isOwnChoice =
  /\b(?:custom|own (?:range|cidr|subnet)|we (?:set|chose|picked|changed|configured)|non-?default|(?:pod|service|cluster)[-_]?(?:service[-_])?(?:ip[-_])?(?:cidr|range))\b/i;

const MOST_OTHERS = 3;

const whose: ReadonlySet<Topic> = new Set(["what-is-address", "which-range", "documented"]);

/** Where the thread names one cluster product, and an address stands in no range of that one but in a default of others. */
export function describeRangeOfOtherPlace(situation: Situation): Piece[] {
  const { question, reading, subjects, candidates, knowledge } = situation;
  const place = placeIn(situation);
  const [subject] = subjects.map((classified) => classified.subject);
  if (!question.addressed || !place || subject?.kind !== "address" || isOwnChoice.test(reading.text)) return [];
  const isChosen = reading.subjects.some((one) => one !== subject && holdsSubject(one.block, subject));
  if (isChosen || isOwn(candidates[0] ?? [], place, knowledge)) return [];
  const others = othersAt(candidates[0] ?? [], situation, subject).filter(({ range }) =>
    hasOwnRange(place, range.role, knowledge),
  );
  return others.length > 0 && others.length <= MOST_OTHERS ? [toPiece(subject, place, others, knowledge)] : [];
}

/** The one cluster product that is named, and no network besides that could have ranges of its own. */
function placeIn({ reading, knowledge }: Situation): Product | undefined {
  const named = reading.products.flatMap(({ product }) => knowledge.products.get(product) ?? []);
  const [place, ...others] = named.filter(({ kind }) => kind !== "kubernetes");
  return place && others.length === 0 && clusterKinds.has(place.kind) ? place : undefined;
}

function isOwn(candidates: readonly Candidate[], place: Product, knowledge: Knowledge): boolean {
  const own = new Set(withFoundations(knowledge, place.id).map(({ id }) => id));
  return candidates.some(({ range }) => own.has(range.fact.product));
}

/** Whose default range for the role that is spoken of holds the address most closely; none where they do not agree on the role. */
function othersAt(candidates: readonly Candidate[], situation: Situation, subject: Subject): Candidate[] {
  const { reading, knowledge } = situation;
  const isCluster = ({ range }: Candidate) =>
    clusterKinds.has(knowledge.products.get(range.fact.product)?.kind ?? "tool");
  const spokenOf = candidates.filter(({ range }) => roleWords[range.role]?.test(reading.text));
  const defaults = (spokenOf.length > 0 ? spokenOf : isAsked(situation, subject) ? candidates : [])
    .filter((one) => isCluster(one) && isDefault(one))
    .toSorted((a, b) => b.range.cidr.prefixLength - a.range.cidr.prefixLength);
  const closest = defaults.filter(({ range }) => range.cidr.prefixLength === defaults[0]?.range.cidr.prefixLength);
  const roles = new Set(closest.map(({ range }) => range.role));
  return roles.size === 1 ? distinctMeanings(closest, knowledge) : [];
}

function isDefault({ range: { fact } }: Candidate): boolean {
  return fact.claim.type === "range" && (fact.claim.status === "default" || fact.claim.status === "fixed");
}

/** Only where it is known what range the named one has for it does an address outside say something. */
function hasOwnRange({ id }: Product, role: NetworkRole, knowledge: Knowledge): boolean {
  return factsInForce(knowledge, id).some(
    ({ claim }) =>
      claim.type === "range" && claim.role === role && claim.status === "default" && claim.cidrs.length > 0,
  );
}

/** Almost everybody numbers networks of their own from 10.0.0.0/8 and 192.168.0.0/16: there a range says too little. */
function isAsked({ reading }: Situation, { block: { address } }: Subject): boolean {
  const isOrdinary = address.family === 4 && (address.value >> 24n === 10n || address.value >> 16n === 0xc0a8n);
  return !isOrdinary && reading.topics.some(({ topic }) => whose.has(topic));
}

function toPiece({ written }: Subject, place: Product, others: readonly Candidate[], knowledge: Knowledge): Piece {
  const names = others.map(({ range }) => knowledge.products.get(range.fact.product)?.name ?? range.fact.product);
  const noun = others.map(({ range }) => roleTraits[range.role].noun)[0] ?? "";
  const use = names.length > 1 ? "use" : "uses";
  const text = `You write ${place.name}, but \`${written}\` is in the ${noun} range ${listWords(names)} ${use} by default.`;
  return {
    slot: "detail",
    priority: priorities.contradiction,
    text,
    evidence: [
      computedEvidence(`range-of-other-place-${written}`, text),
      ...others.map(({ range }) => evidenceOfFact(range.fact)),
    ],
  };
}
