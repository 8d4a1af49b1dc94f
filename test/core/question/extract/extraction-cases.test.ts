import { describe, expect, it } from "@jest/globals";
import { extractEntities } from "../../../../src/core/question/extract-entities.ts";
import { toCanonicalEntities } from "../../../../src/core/question/to-canonical-entities.ts";
import type { ExtractionCase } from "./cases/extraction-case.ts";
import { encodedHostnames, hostnames, notHostnames } from "./cases/hostnames.ts";
import { ipv6, notIpv6 } from "./cases/ipv6.ts";
import { blocks, looseForms, ranges, shorthand, wildcards } from "./cases/notations.ts";
import { longNumbers, versions } from "./cases/other-numbers.ts";
import { chatMarkup, disguises, ports, punctuation, urls } from "./cases/plain-text.ts";
import { programOutput } from "./cases/program-output.ts";

const kinds: Readonly<Record<string, readonly ExtractionCase[]>> = {
  punctuation,
  ports,
  urls,
  "chat and forum markup": chatMarkup,
  disguises,
  blocks,
  wildcards,
  ranges,
  shorthand,
  "loose forms": looseForms,
  IPv6: ipv6,
  "what only looks like IPv6": notIpv6,
  "host names": hostnames,
  "host names that spell out an address": encodedHostnames,
  "what only looks like a host name": notHostnames,
  versions,
  "other dotted numbers": longNumbers,
  "output of programs": programOutput,
};

const sortedWords = (text: string): readonly string[] => text.split(" ").filter(Boolean).toSorted();

describe.each(Object.entries(kinds))("%s", (_, cases) => {
  it.each(cases.map((one) => [one[0], one] as const))("%j", (text, [, expected, findings]) => {
    const entities = extractEntities(text);
    const { addresses, cidrs, ranges: found, hostnames: names } = toCanonicalEntities(entities);
    expect([...addresses, ...cidrs, ...found, ...names].toSorted()).toEqual(sortedWords(expected));
    if (findings !== undefined)
      expect(entities.findings.map(({ kind }) => kind)).toEqual(findings.split(" ").filter(Boolean));
  });
});
