import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { findInListings } from "../../../../src/core/question/listing/find-in-listings.ts";
import { kubernetesCases } from "./cases/kubernetes-cases.ts";
import { machineCases } from "./cases/machine-cases.ts";
import { trafficCases } from "./cases/traffic-cases.ts";

const messages = [...kubernetesCases, ...machineCases, ...trafficCases].map(([, message]) => message);
const plain = /^[A-Za-z0-9_.:/@-]{1,60}$/;

const octet = fc.integer({ min: 0, max: 255 });
const address = fc.tuple(octet, octet, octet).map((octets) => `10.${octets.join(".")}`);
const name = fc.stringMatching(/^[a-z][a-z0-9]{0,12}-[a-z0-9]{1,8}$/);
const row = fc.record({ name, node: name, address });
const rows = fc.uniqueArray(row, { minLength: 1, maxLength: 40, selector: (item) => item.address });

type Row = { readonly name: string; readonly node: string; readonly address: string };

/** How each kind writes a row, and how the finding names it. */
const writers: readonly (readonly [string, (row: Row) => string])[] = [
  ["pod", ({ name, node, address }) => `${name} 1/1 Running 0 5d ${address} ${node} <none> <none>`],
  ["service", ({ name, address }) => `${name} ClusterIP ${address} <none> 80/TCP 5d`],
  ["node", ({ name, address }) => `${name} Ready <none> 5d v1.30.1 ${address} <none> Ubuntu 22.04.4 LTS`],
  ["host-name", ({ name, address }) => `${address}   ${name}`],
  ["dns-answer", ({ name, address }) => `${name}.example.com. 300 IN A ${address}`],
  ["container", ({ name, address }) => `"Name": "${name}",\n"IPv4Address": "${address}/16",`],
  ["pod", ({ name, address }) => `kind: Pod\nmetadata:\n  name: ${name}\nstatus:\n  podIP: ${address}`],
];

/** Time depends on the machine; what regular expressions are given to read does not. Lines have a longest length, so that none is read in more than that. */
function countRead(work: () => void): number {
  const original = RegExp.prototype.exec;
  let count = 0;
  RegExp.prototype.exec = function exec(text: string) {
    count += text.length;
    return original.call(this, text);
  };
  try {
    work();
  } finally {
    RegExp.prototype.exec = original;
  }
  return count;
}

describe("findInListings", () => {
  test("never throws, and repeats plain names only", () => {
    const chopped = fc
      .tuple(fc.constantFrom(...messages), fc.nat(400), fc.string({ unit: "binary", maxLength: 12 }), fc.nat(400))
      .map(([message, at, noise, end]) =>
        `${message.slice(0, at)}${noise}${message.slice(at)}`.slice(0, at + noise.length + end),
      );
    fc.assert(
      fc.property(fc.array(fc.oneof(chopped, fc.string({ unit: "binary" })), { maxLength: 3 }), (parts) => {
        for (const { names, others } of findInListings([...parts, parts.join("\n")]))
          for (const said of [...names, ...others]) expect(said).toMatch(plain);
      }),
      { numRuns: 2000 },
    );
  });

  test("finds what was planted in a listing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...writers), rows, fc.nat(), fc.boolean(), ([as, write], list, at, fenced) => {
        const wanted = list[at % list.length] ?? list[0];
        if (wanted === undefined) return;
        const listing = list.map(write).join("\n");
        const message = `who is ${wanted.address}?\n${fenced ? `\`\`\`\n${listing}\n\`\`\`` : listing}`;
        const [found] = findInListings([message]);
        expect(found?.as).toBe(as);
        expect(found?.names[0]).toMatch(new RegExp(`^${wanted.name}(?:\\.example\\.com)?$`));
      }),
      { numRuns: 500 },
    );
  });

  const LONG = 400_000;
  test.each<[string, string]>([
    ["rows", "web-0 1/1 Running 0 5d 10.42.0.9 k3s-1\n"],
    ["one line without a break", "10.42.0.9"],
    ["one minified object", '{"kind":"Pod","metadata":{"name":"web-0"},"status":{"podIP":"10.42.0.9"}},'],
    ["letters", "a"],
    ["backticks", "`"],
    ["quotes", '"'],
    ["spaces", "10.0.0.1 "],
    ["brackets", "<http://a|"],
    ["fences", "```10.0.0.1 x-1\n"],
    ["conntrack", "src=10.0.0.1 dst=10.0.0.2 "],
    ["colons", "a:"],
  ])("the work on %s grows with the text", (_, unit) => {
    const text = (length: number) => `who is 10.42.0.9?\n${unit.repeat(Math.ceil(length / unit.length))}`;
    const [small, large] = [LONG / 8, LONG].map((length) => {
      const message = text(length);
      return countRead(() => findInListings([message]));
    });
    expect((large ?? 0) / (small ?? 1)).toBeLessThan(10);
  });

  test("a megabyte is read to its end", () => {
    const listing = "web-0 1/1 Running 0 5d 10.42.0.9 k3s-1\n".repeat(26_000);
    const [found] = findInListings([`who is 10.42.0.10?\n${listing}api-0 1/1 Running 0 5d 10.42.0.10 k3s-1`]);
    expect(found).toMatchObject({ as: "pod", names: ["api-0"] });
  });
});
