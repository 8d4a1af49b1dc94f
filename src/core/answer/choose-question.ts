import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Reading } from "../question/reading.ts";
import type { Subject } from "../question/subject.ts";
import type { Topic } from "../question/topic.ts";
import type { ClarifyingQuestion } from "./answer.ts";
import type { Candidate } from "./select/candidate.ts";
import { distinctMeanings } from "./select/distinct-meanings.ts";

const MOST_OPTIONS = 5;

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
 * The one question that decides between candidates that tie; undefined when the thread already says it, or when there is
 * nothing to decide between.
 */
export function chooseQuestion(
  candidates: readonly (readonly Candidate[])[],
  reading: Reading,
  knowledge: Knowledge,
): ClarifyingQuestion | undefined {
  const isNamed = reading.products.some(({ product }) => decidesPlace.has(knowledge.products.get(product)?.kind ?? ""));
  if (isNamed) return undefined;
  const tied = candidates
    // Where somebody's own records name the range, it is settled whose it is.
    .filter(([best]) => best?.range.fact.visibility !== "private")
    .map((ranked) => productsOf(distinctMeanings(ranked, knowledge)))
    .find(({ length }) => length > 1);
  if (!tied) return undefined;
  const names = tied.map((id) => knowledge.products.get(id)?.name ?? id);
  return {
    text: "Where does this run?",
    options: [...names.slice(0, MOST_OPTIONS), "something else"],
  };
}

function productsOf(candidates: readonly Candidate[]): string[] {
  return [...new Set(candidates.map(({ range }) => range.fact.product))];
}

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
