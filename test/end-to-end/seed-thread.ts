import { expect } from "@jest/globals";

/** The thread this project was made for: two posts by one person. */
export const firstPost =
  "We noticed that internal requests between our applications come from 100.64.x.x, which is not a local IP. " +
  "How is in-cluster communication set up, and what range is used? " +
  "We need it for an application that wants IP whitelisting. The internal host name resolves to a 10.x.x.x address.";
export const secondPost =
  "It is on Scaleway, their managed stack: cilium + kube-proxy. " +
  "Is this documented somewhere, can we be sure of the range?";

type Facts = Readonly<Record<string, RegExp>>;

const firstFacts: Facts = {
  "which block it is": /100\.64\.0\.0\/10/,
  "the standard": /RFC 6598/,
  "what it is not": /neither public nor RFC 1918|not public,? (?:and )?not RFC 1918/i,
  "that Scaleway Kapsule uses it": /Scaleway Kapsule/,
  "that Tailscale uses it": /Tailscale/,
  "at least three products, each with its block": /(\([^()]*\b100\.\d+\.\d+\.\d+\/\d+\)[^.()]*){3}/,
  "that a Service address is a destination": /\b(Service|ClusterIP)\b[^.]*\bonly ever (?:a|the) destination/i,
  "whose address the receiver sees":
    /\bsees? the (?:(?:own )?address of the (?:client|calling) pod|calling pod's own address)/i,
  "the question that decides": /where does (this|it|the cluster) run\b/i,
};

/** What is read at first sight; what is better than an address, and the options of the command line, are folded away. */
const secondFacts: Facts = {
  "the pod range": /100\.64\.0\.0\/15/,
  "the Service range": /10\.32\.0\.0\/20/,
  "the pod option": /\bpod_cidr\b/,
  "the Service option": /\bservice_cidr\b/,
  "when it can be chosen": /only (?:when the cluster is created|at creation)/i,
  "what to allow": /\ballow `?100\.64\.0\.0\/15/i,
  "that it is a default": /\bdefault/i,
  "how to check": /(?:kubectl get|scw k8s cluster get) \w+/,
};

/** Holds the answer to the first post alone to its facts. `text` is what a reader sees, links with their addresses. */
export function expectFirstAnswer(text: string): void {
  expect({ missing: missing(firstFacts, text), questions: questionsIn(text).length }).toEqual({
    missing: [],
    questions: 1,
  });
}

/** Holds the answer to both posts to its facts. */
export function expectSecondAnswer(text: string): void {
  expect({ missing: missing(secondFacts, text), questions: questionsIn(text) }).toEqual({ missing: [], questions: [] });
  expect(sourcesIn(text).length).toBeGreaterThanOrEqual(3);
}

function missing(facts: Facts, text: string): string[] {
  const line = text.replace(/\s+/g, " ");
  return Object.entries(facts).flatMap(([name, pattern]) => (pattern.test(line) ? [] : [name]));
}

/** The sentences that ask: a question mark right behind a word; the lines of sources are left out, whose titles may ask. */
function questionsIn(text: string): string[] {
  const said = text.replace(/^\s*\[\d+\].*$/gm, "").replace(/https?:\S+/g, "");
  return said.match(/[^.\n]*[\p{L}\p{N})]\?/gu) ?? [];
}

function sourcesIn(text: string): string[] {
  return [...new Set(text.match(/https:\/\/[^\s|<>)\]]+/g))];
}
