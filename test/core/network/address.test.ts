import { isIP } from "node:net";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  compareAddresses,
  formatAddress,
  isSameAddress,
  nextAddress,
  parseAddress,
  previousAddress,
} from "../../../src/core/network/address.ts";
import { anyAddress } from "../../support/network-arbitraries.ts";

const canonical: readonly (readonly [text: string, canonical: string])[] = [
  ["0.0.0.0", "0.0.0.0"],
  ["255.255.255.255", "255.255.255.255"],
  ["100.64.3.7", "100.64.3.7"],
  ["::", "::"],
  ["0:0:0:0:0:0:0:0", "::"],
  ["::1", "::1"],
  ["1::", "1::"],
  ["2001:DB8::A", "2001:db8::a"],
  ["2001:0db8:0000:0000:0001:0000:0000:0001", "2001:db8::1:0:0:1"],
  ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
  ["1:2:3::1.2.3.4", "1:2:3::102:304"],
  ["2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
  ["1:0:0:0:1:0:0:1", "1::1:0:0:1"],
  ["1:0:0:1:0:0:0:1", "1:0:0:1::1"],
  ["1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"],
  ["::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"],
  ["::ffff:192.0.2.128", "::ffff:192.0.2.128"],
  ["::ffff:c000:280", "::ffff:192.0.2.128"],
  ["0:0:0:0:0:ffff:0:0", "::ffff:0.0.0.0"],
  ["::192.0.2.1", "::c000:201"],
  ["64:ff9b::192.0.2.33", "64:ff9b::c000:221"],
  ["1:2:3:4:5:6:192.0.2.1", "1:2:3:4:5:6:c000:201"],
  ["fe80::1%eth0", "fe80::1"],
  ["fe80::1%25", "fe80::1"],
  ["ff02::1:ff00:1%br-lan.10", "ff02::1:ff00:1"],
];

const notAddresses: readonly (readonly [text: string, why: string])[] = [
  ["", "nothing"],
  ["1.2.3", "three octets"],
  ["1.2.3.4.5", "five octets"],
  ["1.2.3.", "an empty octet"],
  ["256.1.1.1", "an octet over 255"],
  ["1.2.3.0400", "four digits"],
  ["010.0.0.1", "a leading zero"],
  ["00.0.0.1", "a leading zero"],
  ["0x7f.0.0.1", "hexadecimal"],
  ["2130706433", "an integer"],
  ["1.2.3.4 ", "a space"],
  ["\n1.2.3.4", "a line break"],
  ["1.2.3.4\n", "a line break at the end"],
  ["１.2.3.4", "a full-width digit"],
  ["1.2.3.+4", "a sign"],
  ["1.2.3.1e1", "an exponent"],
  ["1.2.3.4%eth0", "a zone on IPv4"],
  ["1.2.3.4/32", "a prefix"],
  [":", "one colon"],
  [":::", "three colons"],
  ["1:::2", "three colons inside"],
  ["1::2::3", "two gaps"],
  [":1::2", "a colon in front"],
  ["1::2:", "a colon at the end"],
  ["1:2:3:4:5:6:7", "seven groups"],
  ["1:2:3:4:5:6:7:8:9", "nine groups"],
  ["1:2:3:4:5:6:7:8:", "a colon after eight groups"],
  ["1:2:3:4:5:6:7:8::", "a gap after eight groups"],
  ["1:2:3:4:5:6:7:8:1.2.3.4", "a dotted quad after eight groups"],
  ["1:2:3:4:5:6:7::8", "a gap for no group"],
  ["1:2:3:4:5:6:7:1.2.3.4", "a dotted quad for one group"],
  ["1.2.3.4::", "a dotted quad in front"],
  ["1::1.2.3.4:5", "a dotted quad in the middle"],
  ["::1.2.3", "a broken dotted quad"],
  ["::01.2.3.4", "a leading zero in the dotted quad"],
  ["::12345", "five digits"],
  ["::g", "no hex digit"],
  ["[::1]", "brackets"],
  ["fe80::1%", "an empty zone"],
  ["fe80::1%eth 0", "a space in the zone"],
  ["fe80::1%a%b", "two zones"],
];

describe("parseAddress and formatAddress", () => {
  test.each(canonical)("%s is %s", (text, expected) => {
    const address = parseAddress(text);
    expect(address && formatAddress(address)).toBe(expected);
  });

  test.each(notAddresses)("%j is not an address: %s", (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });

  test("a very long text is turned down without being read", () => {
    expect(parseAddress("1:".repeat(1_000_000))).toBeUndefined();
    expect(parseAddress(`fe80::1%${"a".repeat(1_000_000)}`)).toBeUndefined();
  });

  test("what is printed is read back as the same address", () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(parseAddress(formatAddress(address))).toEqual(address);
      }),
      { numRuns: 2000 },
    );
  });

  test("every way to write an IPv6 address is read as the same address", () => {
    fc.assert(
      fc.property(anyAddress, fc.infiniteStream(fc.nat(1000)), (address, choices) => {
        fc.pre(address.family === 6);
        expect(parseAddress(spell(address.value, choices))).toEqual(address);
      }),
      { numRuns: 2000 },
    );
  });

  test("IPv6 is printed as the WHATWG URL standard prints it, but for mapped addresses", () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        fc.pre(address.family === 6 && address.value >> 32n !== 0xffffn);
        expect(`[${formatAddress(address)}]`).toBe(new URL(`http://[${formatAddress(address)}]/`).hostname);
      }),
      { numRuns: 2000 },
    );
  });

  test("Node's net.isIP agrees about what is an address, also for texts that are nearly one", () => {
    fc.assert(
      fc.property(nearlyAddress, (text) => {
        expect(parseAddress(text)?.family ?? 0).toBe(isIP(text));
      }),
      { numRuns: 20_000 },
    );
  });
});

/** One of the many texts for a value: upper or lower case, zeros in front or not, any gap or none, the end as a dotted quad. */
function spell(value: bigint, choices: Iterator<number>): string {
  const choose = (count: number): number => (choices.next().value ?? 0) % count;
  const groups = Array.from({ length: 8 }, (_, i) => (value >> BigInt(112 - 16 * i)) & 0xffffn);
  const texts = groups.map((group) => {
    const padded = group.toString(16).padStart(1 + choose(4), "0");
    return choose(2) ? padded.toUpperCase() : padded;
  });
  if (choose(2))
    texts.splice(6, 2, Array.from({ length: 4 }, (_, i) => (value >> BigInt(24 - 8 * i)) & 255n).join("."));
  const start = choose(texts.length);
  const zeros = groups.slice(start, 6).findIndex((group) => group !== 0n);
  const gap = zeros < 0 ? Math.max(0, 6 - start) : zeros;
  if (gap === 0) return texts.join(":");
  return `${texts.slice(0, start).join(":")}::${texts.slice(start + gap).join(":")}`;
}

/** Printed addresses with a few characters changed, and strings of the characters addresses are made of. */
const nearlyAddress = fc.oneof(
  fc
    .tuple(
      anyAddress,
      fc.array(fc.tuple(fc.nat(45), fc.constantFrom("", ":", "::", ".", "0", "1", "f", "255", "g", " ")), {
        maxLength: 3,
      }),
    )
    .map(([address, edits]) =>
      edits.reduce(
        (text, [at, insert]) => text.slice(0, at) + insert + text.slice(at + (insert === "" ? 1 : 0)),
        formatAddress(address),
      ),
    ),
  fc.string({ unit: fc.constantFrom(":", "::", ".", "0", "1", "a", "F", "12", "255", "256"), maxLength: 16 }),
);

describe("order", () => {
  test("IPv4 comes before IPv6, and numbers in their order", () => {
    const texts = ["::", "255.255.255.255", "::1", "0.0.0.0", "10.0.0.10", "10.0.0.9"];
    const sorted = texts.flatMap((text) => parseAddress(text) ?? []).sort(compareAddresses);
    expect(sorted.map(formatAddress)).toEqual(["0.0.0.0", "10.0.0.9", "10.0.0.10", "255.255.255.255", "::", "::1"]);
  });

  test("two addresses are the same only within a family", () => {
    expect(isSameAddress({ family: 4, value: 1n }, { family: 4, value: 1n })).toBe(true);
    expect(isSameAddress({ family: 4, value: 1n }, { family: 6, value: 1n })).toBe(false);
    expect(isSameAddress({ family: 6, value: 1n }, { family: 6, value: 2n })).toBe(false);
  });

  test("next and previous undo each other and stop at the ends", () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        const next = nextAddress(address);
        const previous = previousAddress(address);
        if (next) expect(previousAddress(next)).toEqual(address);
        if (previous) expect(nextAddress(previous)).toEqual(address);
        expect([next === undefined, previous === undefined]).toEqual([
          ["255.255.255.255", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"].includes(formatAddress(address)),
          ["0.0.0.0", "::"].includes(formatAddress(address)),
        ]);
      }),
    );
  });
});
