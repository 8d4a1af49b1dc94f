import type { Knowledge } from "../knowledge/knowledge.ts";
import { type AskedAttribute, askedTexts, SOMETHING_ELSE } from "../question/asked/asked-attribute.ts";
import type { Reading } from "../question/reading.ts";
import type { Subject } from "../question/subject.ts";
import type { Topic } from "../question/topic.ts";
import type { ClarifyingQuestion } from "./answer.ts";
import { chooseAttribute } from "./ask/choose-attribute.ts";
import type { Candidate } from "./select/candidate.ts";
import { distinctMeanings } from "./select/distinct-meanings.ts";

/** Kinds of product that say where something runs; naming one of these settles who hands out addresses. */
const decidesPlace: ReadonlySet<string> = new Set([
  "managed-kubernetes",
  "distribution",
  "local-cluster",
  "cni",
  "runtime",
  "vpn",
  "cloud",
]);

/**
 * The one question that tells the candidates of a subject apart soonest; undefined when the thread already says it or we
 * asked it before, or when there is nothing to tell apart.
 */
export function chooseQuestion(
  candidates: readonly (readonly Candidate[])[],
  reading: Reading,
  knowledge: Knowledge,
): ClarifyingQuestion | undefined {
  if (isPlaceNamed(reading, knowledge)) return undefined;
  // Where somebody's own records name the range, it is settled whose it is.
  const at = candidates.findIndex(
    (ranked) => ranked[0]?.range.fact.visibility !== "private" && distinctMeanings(ranked, knowledge).length > 1,
  );
  const isKnown = (name: AskedAttribute) => knownFrom[name]?.(reading, at) ?? false;
  const chosen = chooseAttribute(
    distinctMeanings(candidates[at] ?? [], knowledge),
    knowledge,
    (name) => !reading.asked.attributes.has(name) && !isKnown(name),
  );
  return chosen && { text: askedTexts[chosen.name], options: [...chosen.answers, SOMETHING_ELSE] };
}

function isPlaceNamed({ products }: Reading, knowledge: Knowledge): boolean {
  return products.some(({ product }) => decidesPlace.has(knowledge.products.get(product)?.kind ?? ""));
}

/** Where something fails and no place is named, what is true everywhere is told and where it runs is asked. */
export function askWhereItFails(reading: Reading, knowledge: Knowledge): ClarifyingQuestion | undefined {
  const isOpen = !isPlaceNamed(reading, knowledge) && !reading.asked.attributes.has("place");
  const isSettled = reading.listings.length > 0 || reading.hostnames.length > 0;
  return isOpen && !isSettled && trouble.test(reading.text) ? { text: askedTexts.place, options: [] } : undefined;
}

/** Whether "our subnet" will do, or collides, is arithmetic that nobody can do for us without the figures. */
export function askForRanges(reading: Reading): ClarifyingQuestion | undefined {
  const hasFigures = reading.subjects.length > 0 || reading.listings.length > 0;
  if (hasFigures || reading.asked.attributes.has("ranges") || !ownRange.test(reading.text)) return undefined;
  return { text: askedTexts.ranges, options: [] };
}

const ownRange =
  /\b(?:our|my|the|this|these|those) (?:\w+ ){0,2}(?:subnets?|ranges?|cidrs?|blocks?|vpcs?|vnets?|networks?)\b.{0,50}\b(?:ok|okay|fine|safe|valid|wrong|big enough|large enough|overlap\w*|conflict\w*|collid\w*|clash\w*)\b/i;

const trouble =
  /\b(?:stuck|broken|fail(?:s|ed|ing)?|pending|nothing (?:works|resolves)|(?:can'?t|cannot) (?:reach|open|connect|access)|(?:doesn'?t|does not|stopped|not) work(?:ing)?)\b/i;

/** What a thread says although it names no product; `at` is the place of the subject in question. */
const knownFrom: Partial<Readonly<Record<AskedAttribute, (reading: Reading, at: number) => boolean>>> = {
  kind: ({ text }) => /\b(?:vpn|managed|self-hosted|containers?|on-prem\w*|home|laptop|bare[- ]metal)\b/i.test(text),
  seen: ({ subjects }, at) => subjects[at]?.direction !== undefined,
};

/**
 * Something does not work, and neither an address nor a host name says where: every answer would be a guess. So it is
 * where an address is only hinted at (`10.x.x.x`) and no product is named.
 */
export function lacksDetails({ topics, subjects, hostnames, products }: Reading): boolean {
  const isTrouble = topics.some(({ topic }) => topic === "connectivity");
  const isVague = topics.every(({ topic }) => vagueTopics.has(topic));
  const isHinted =
    products.length === 0 && subjects.every(isMasked) && !topics.some(({ topic }) => whoseTopics.has(topic));
  return isTrouble && isVague && hostnames.length === 0 && (subjects.length === 0 || isHinted);
}

function isMasked({ kind, written }: Subject): boolean {
  return kind === "block" && !written.includes("/");
}

/** Whose such addresses are can be told from what is left of them. */
const whoseTopics: ReadonlySet<Topic> = new Set(["what-is-address", "documented"]);

const vagueTopics: ReadonlySet<Topic> = new Set([
  "connectivity",
  "how-it-works",
  "what-is-address",
  "documented",
  "name-resolution",
]);

/** What to ask when a networking question gives nothing to work with: the three things that every answer starts from. */
export function askForDetails(reading: Reading): ClarifyingQuestion {
  const where = reading.products.length > 0 ? "" : "Where does it run? ";
  return {
    text:
      `${where}Which network plugin (CNI) and which pod range (pod CIDR, IP pool) does it use, what are the addresses ` +
      "of the nodes and of the pods, and do the nodes masquerade (NAT) what pods send out?",
    options: [],
  };
}
