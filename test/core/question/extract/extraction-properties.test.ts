import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { adversarialShapes } from "../../../../bench/support/adversarial-shapes.ts";
import { formatAddress } from "../../../../src/core/network/address.ts";
import { formatRange } from "../../../../src/core/network/address-range.ts";
import { formatCidr } from "../../../../src/core/network/cidr.ts";
import type { Entities } from "../../../../src/core/question/entities.ts";
import { extractEntities } from "../../../../src/core/question/extract-entities.ts";
import { toCanonicalEntities } from "../../../../src/core/question/to-canonical-entities.ts";
import { anyAddress, anyCidr } from "../../../support/network-arbitraries.ts";

type Placed = { readonly text: string; readonly start: number; readonly end: number };

const allPlaces = (entities: Entities): readonly Placed[] => Object.values(entities).flat();

/** Characters that addresses, names and their disguises are made of, far denser than in real text. */
const nastyPieces = [..."0123456789abcdefxX.:-_*/%@#[](){}<>|&;,=\\\"'`~ \n\t。．１\u200b\u00ad中é"].concat([
  "10.",
  "::",
  "&lt;",
  "&amp;",
  "[.]",
  "(dot)",
  "<@U",
  "<#C",
  "[quote=",
  "\\u003e",
  "%3A",
  "\u001b[1m",
  "0x",
  "ffff",
  " to ",
  " and ",
  "version ",
  "http://",
  ".com",
  ".x",
  "-",
  "255.255.255.0",
  "10.0.0.1",
  "fe80::1",
  ".local",
  "𝟏",
]);
const nastyText = fc.array(fc.constantFrom(...nastyPieces), { maxLength: 60 }).map((pieces) => pieces.join(""));

/** Lower-case letters without digits, dots or colons, and no word that changes what stands beside it. */
const noise = fc
  .array(
    fc.constantFrom("lorem", "ipsum", "dolor", "sit", "amet", "sed", "quia", "(nemo)", '"enim"', "ut,", "vero;", "\n"),
    { maxLength: 12 },
  )
  .map((words) => words.join(" "));

/** Mapped addresses come out as IPv4, a netmask alone is none, and `::` alone is not taken: each has its own cases. */
const plantable = anyAddress.filter(({ family, value }) => {
  if (family === 6)
    return (
      value > 0xffff_ffff_ffffn &&
      /\d/.test(formatAddress({ family, value })) &&
      !isEui64(formatAddress({ family, value }))
    );
  const inverted = ~Number(value) >>> 0;
  return (inverted & (inverted + 1)) !== 0;
});
const isEui64 = (text: string): boolean => /^(?:[0-9a-f]{2}:){7}[0-9a-f]{2}$/.test(text);

describe("for any text", () => {
  it("never throws, and every place is the slice it says", () => {
    fc.assert(
      fc.property(fc.oneof(nastyText, fc.string({ unit: "binary", maxLength: 80 })), (text) => {
        for (const { text: slice, start, end } of allPlaces(extractEntities(text))) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toBe(slice);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it("gives every kind in order of appearance", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        for (const kind of Object.values(extractEntities(text))) {
          const starts = kind.map(({ start }: Placed) => start);
          expect(starts).toEqual(starts.toSorted((a: number, b: number) => a - b));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("gives each mention and each refusal a reason", () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const { addresses, cidrs, ranges, hostnames, ports, rejected } = extractEntities(text);
        for (const { reason } of [...addresses, ...cidrs, ...ranges, ...hostnames, ...ports, ...rejected])
          expect(reason).toMatch(/\w/);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("in random noise", () => {
  it("finds nothing where there is nothing", () => {
    fc.assert(
      fc.property(noise, (text) => {
        expect(toCanonicalEntities(extractEntities(text))).toEqual({
          addresses: [],
          cidrs: [],
          ranges: [],
          hostnames: [],
        });
      }),
    );
  });

  it("finds a planted address, and it alone", () => {
    fc.assert(
      fc.property(noise, plantable, noise, (before, address, after) => {
        const { addresses, cidrs, ranges } = toCanonicalEntities(
          extractEntities(`${before} ${formatAddress(address)} ${after}`),
        );
        expect({ addresses, cidrs, ranges }).toEqual({ addresses: [formatAddress(address)], cidrs: [], ranges: [] });
      }),
      { numRuns: 2_000 },
    );
  });

  it("finds a planted block, and it alone", () => {
    fc.assert(
      fc.property(
        noise,
        anyCidr.filter(({ address }) => address.family === 4 || address.value >> 32n !== 0xffffn),
        noise,
        (before, cidr, after) => {
          const { addresses, cidrs, ranges } = toCanonicalEntities(
            extractEntities(`${before} (${formatCidr(cidr)}), ${after}`),
          );
          expect({ addresses, cidrs, ranges }).toEqual({ addresses: [], cidrs: [formatCidr(cidr)], ranges: [] });
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("finds a planted range, and it alone", () => {
    const ends = fc.tuple(plantable, plantable).filter(([a, b]) => a.family === b.family);
    fc.assert(
      fc.property(noise, ends, noise, (before, [a, b], after) => {
        const [first, last] = a.value <= b.value ? [a, b] : [b, a];
        const range = formatRange({ first, last });
        const { addresses, ranges } = toCanonicalEntities(extractEntities(`${before} ${range} ${after}`));
        expect({ addresses, ranges }).toEqual({ addresses: [], ranges: [range] });
      }),
      { numRuns: 2_000 },
    );
  });

  it("finds the same in any disguise that does not change the meaning", () => {
    const disguise = fc.constantFrom(
      (text: string) => text.replaceAll(".", "[.]"),
      (text: string) => text.replaceAll(".", "(dot)"),
      (text: string) => text.replaceAll(".", "．"),
      (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      (text: string) => [...text].join("\u200b"),
      (text: string) => `**${text}**`,
      (text: string) => `<http://${text}|${text}>`,
      (text: string) => `&lt;${text}&gt;`,
    );
    fc.assert(
      fc.property(
        plantable.filter(({ family }) => family === 4),
        disguise,
        (address, hide) => {
          const text = hide(formatAddress(address));
          expect(toCanonicalEntities(extractEntities(text)).addresses).toEqual([formatAddress(address)]);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("in floods", () => {
  it.each(Object.entries(adversarialShapes))("%s: the notes stay bounded", (_, make) => {
    const entities = extractEntities(make(400_000));
    expect(entities.findings.length).toBeLessThanOrEqual(1_001);
    expect(entities.rejected.length).toBeLessThanOrEqual(1_001);
    expect(
      entities.addresses.length + entities.cidrs.length + entities.hostnames.length + entities.ranges.length,
    ).toBeLessThanOrEqual(100_001);
  });

  it("says so when it stops reading", () => {
    const entities = extractEntities("10.0.0.1 ".repeat(100_010));
    expect(entities.addresses).toHaveLength(100_000);
    expect(entities.rejected.at(-1)?.reason).toMatch(/^not read/);
  });
});
