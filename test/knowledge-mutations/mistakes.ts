import { roleTraits } from "../../src/core/knowledge/network-role.ts";
import { flipDigit, inMatch, inOneFact, type Mistake, pick } from "./mistake.ts";

const claimed = /(?:cidrs|addresses): \[[^\]]*\d\.\d[^\]]*\]/;
const statement = / {4}statement: (?:>-?\n(?: {6}.*\n)+|.*\n)/;
const source = / {6}- url: .*\n(?: {8}.*\n)*/g;

/** Another number in place of a block's length. */
const otherLength = (found: string, draw: (below: number) => number) =>
  found.replace(/\/(\d+)/, (_, length: string) => `/${Number(length) + (draw(2) === 0 ? -1 : 1)}`);

/** Slips in what a fact says. A share below 1 is what the rules can see; the rest takes a reader. */
const wrongWords: readonly Mistake[] = [
  { name: "a digit flipped in a claim", share: 0.8, make: inMatch(claimed, flipDigit) },
  { name: "a digit flipped in a statement", share: 0.6, make: inMatch(statement, flipDigit) },
  { name: "another prefix length in a claim", share: 0.7, make: inMatch(/cidrs: \[\d[^\]]*\]/, otherLength) },
  {
    // Most sentences do not tell their role in words that a program knows: shown, and not promised.
    name: "another role",
    share: 0,
    make: inMatch(/ role: [a-z-]+/, (_, draw) => ` role: ${pick(Object.keys(roleTraits), draw)}`),
  },
  {
    name: "pods taken for Services or the other way round",
    share: 0.7,
    make: inMatch(
      /type: (?:range|address)\n +role: (?:pod|service)\n(?=(?:.*\n)*? +(?:cidrs|addresses): \[[^\]])/,
      (found) =>
        found.includes("role: pod")
          ? found.replace("role: pod", "role: service")
          : found.replace("role: service", "role: pod"),
    ),
  },
  {
    name: "two statements swapped",
    share: 0.85,
    make: ({ head, facts }) => {
      const [a, b] = facts.filter((fact) => claimed.test(fact) && /\d\.\d/.test(statement.exec(fact)?.[0] ?? ""));
      const [first, second] = [a, b].map((fact) => statement.exec(fact ?? "")?.[0]);
      if (a === undefined || b === undefined || !first || !second) return undefined;
      const swapped = (fact: string) =>
        fact === a ? a.replace(first, () => second) : fact === b ? b.replace(second, () => first) : fact;
      return { head, facts: facts.map(swapped) };
    },
  },
];

/** Slips in where it comes from. */
const wrongSources: readonly Mistake[] = [
  {
    name: "all sources dropped",
    share: 1,
    make: inOneFact((fact) => fact.replace(/ {4}sources:\n(?: {6}.*\n)+/, "    sources: []\n")),
  },
  {
    name: "a day that is still to come",
    share: 1,
    make: inMatch(/checkedOn: \S+/, (_, draw) => `checkedOn: ${2090 + draw(9)}-01-02`),
  },
  { name: "a day that does not exist", share: 1, make: inMatch(/checkedOn: \S+/, () => "checkedOn: 2026-02-30") },
  { name: "a URL without encryption", share: 1, make: inMatch(/url: https:/, () => "url: http:") },
  {
    name: "a link with a tracking parameter",
    share: 1,
    make: inMatch(/url: [^\s"#?]+$/m, (url) => `${url}?utm_source=mail`),
  },
  { name: "a place that says nothing", share: 1, make: inMatch(/locator: .*/, () => "locator: docs") },
  {
    name: "code on a branch",
    share: 1,
    make: inOneFact((fact) => {
      const [code] = (fact.match(source) ?? []).filter(
        (text) => text.includes("kind: code") && /\/blob\/[0-9a-f]{7}/.test(text),
      );
      const moving = code?.replace(/\/blob\/[0-9a-f]+/, "/blob/main").replace(/ +commit: .*\n/, "");
      return code === undefined || moving === undefined ? undefined : fact.replace(code, () => moving);
    }),
  },
];

/** Slips in the form. */
const wrongForm: readonly Mistake[] = [
  {
    name: "an id given twice",
    share: 1,
    make: ({ head, facts }, draw) => {
      const [copied, over] = [draw(facts.length), draw(facts.length)];
      const id = / {2}- id: .*/.exec(facts[copied] ?? "")?.[0];
      if (copied === over || id === undefined) return undefined;
      return { head, facts: facts.with(over, (facts[over] ?? "").replace(/ {2}- id: .*/, id)) };
    },
  },
  {
    name: "a foundation that is not there",
    share: 1,
    make: ({ head, facts }) => ({ head: head.replace(/buildsOn: \[(.*)\]/, "buildsOn: [cillium]"), facts }),
  },
  {
    name: "host bits in a claim",
    share: 1,
    make: inMatch(/cidrs: \[\d+\.\d+\.\d+\.0\/\d+/, (found) => found.replace(/\.0\//, ".1/")),
  },
  {
    name: "a name that another product has",
    share: 1,
    make: ({ head, facts }) =>
      /^id: (?:docker|k3s)$/m.test(head)
        ? undefined
        : { head: head.replace(/aliases: \[/, "aliases: [docker engine, k3s, "), facts },
  },
  {
    name: "an ordinary word as a name",
    share: 1,
    make: ({ head, facts }, draw) => ({
      head: head.replace(/aliases: \[/, `aliases: [${pick(["node", "pods", "cloud", "network"], draw)}, `),
      facts,
    }),
  },
  { name: "no statement", share: 1, make: inMatch(statement, () => "") },
  {
    name: "no blocks and no rule",
    share: 1,
    make: inOneFact((fact) => (/ {6}rule:/.test(fact) ? undefined : fact.replace(/cidrs: \[\d[^\]]*\]/, "cidrs: []"))),
  },
  { name: "an unknown key", share: 1, make: inMatch(/ {4}configurableBy:/, () => "    configuredBy:") },
  { name: "an unknown status", share: 1, make: inMatch(/ status: [a-z]+/, () => " status: standard") },
  {
    name: "a version that YAML reads as a number",
    share: 1,
    make: inMatch(/(?:since|until): "\d+\.\d+"/, (found) => found.replaceAll('"', "")),
  },
  { name: "half a behaviour", share: 1, make: inMatch(/ {6}(?:source|destination)Becomes: .*\n/, () => "") },
  {
    name: "a public fact that overrides another",
    share: 1,
    make: inMatch(/ {4}claim:\n/, (found) => `    overrides: cilium/pods\n${found}`),
  },
];

export const mistakes: readonly Mistake[] = [...wrongWords, ...wrongSources, ...wrongForm];
