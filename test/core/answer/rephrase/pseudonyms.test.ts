import { createHmac } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type PseudonymKey, pseudonymiseAddress } from "../../../../src/core/answer/rephrase/pseudonymise-address.ts";
import { hideAddresses, revealAddresses } from "../../../../src/core/answer/rephrase/pseudonymise-text.ts";
import {
  type Address,
  addressBits,
  formatAddress,
  highestValue,
  parseAddress,
} from "../../../../src/core/network/address.ts";
import { type Cidr, cidrContains, formatCidr, lastAddress } from "../../../../src/core/network/cidr.ts";
import { classify } from "../../../../src/core/network/classify.ts";
import { loadRegistry } from "../../../support/load-registry.ts";

const registry = loadRegistry();
const specialBlocks = registry.rows.map(({ cidr }) => cidr);

function keyOf(secret: string, blocks: readonly Cidr[] = specialBlocks): PseudonymKey {
  const keyedBit = (text: string) => ((createHmac("sha256", secret).update(text).digest()[0] ?? 0) & 1) === 1;
  return { keyedBit, specialBlocks: blocks };
}

const anyKey = fc.string({ minLength: 1 }).map((secret) => keyOf(secret));
const anyOf = (family: Address["family"]) =>
  fc.bigInt({ min: 0n, max: highestValue[family] }).map((value): Address => ({ family, value }));
const nearSpecial = fc
  .tuple(fc.constantFrom(...specialBlocks), fc.bigInt({ min: -3n, max: 3n }), fc.boolean())
  .map(([block, by, atEnd]): Address => {
    const { family } = block.address;
    const value = (atEnd ? lastAddress(block).value : block.address.value) + by;
    return { family, value: value < 0n || value > highestValue[family] ? block.address.value : value };
  });
const inSpecial = fc
  .tuple(fc.constantFrom(...specialBlocks), fc.bigInt({ min: 0n, max: highestValue[6] }))
  .map(([block, by]): Address => {
    const size = lastAddress(block).value - block.address.value + 1n;
    return { family: block.address.family, value: block.address.value + (by % size) };
  });
const anyAddress = fc.oneof(anyOf(4), anyOf(6), nearSpecial, inSpecial);
const withLength = anyAddress.chain((address) =>
  fc.record({ address: fc.constant(address), length: fc.nat({ max: addressBits[address.family] }) }),
);

const hide = (address: Address, length: number, key: PseudonymKey) => pseudonymiseAddress(address, length, "hide", key);
const whole = (address: Address, key: PseudonymKey) => hide(address, addressBits[address.family], key);

/** How many leading bits two addresses share. */
function sharedBits(a: Address, b: Address): number {
  const difference = a.value ^ b.value;
  return addressBits[a.family] - (difference === 0n ? 0 : difference.toString(2).length);
}

describe("the pseudonym of an address", () => {
  test("leads back to it, with any prefix length", () => {
    fc.assert(
      fc.property(withLength, anyKey, ({ address, length }, key) => {
        expect(pseudonymiseAddress(hide(address, length, key), length, "reveal", key)).toEqual(address);
      }),
      { numRuns: 300 },
    );
  });

  test("is another for every other address: a small space is mapped onto itself", () => {
    fc.assert(
      fc.property(anyKey, fc.constantFrom("10.1.2.0", "192.0.0.0", "8.8.8.0", "fd00::"), (key, first) => {
        const start = parseAddress(first);
        if (!start) throw new Error(first);
        const all = Array.from({ length: 256 }, (_, i) => ({ ...start, value: start.value + BigInt(i) }));
        expect(new Set(all.map((address) => whole(address, key).value)).size).toBe(256);
        const length = addressBits[start.family] - 8;
        expect(new Set(all.map((address) => hide(address, length, key).value)).size).toBe(256);
      }),
      { numRuns: 5 },
    );
  });

  test("shares as many leading bits with another's as the two addresses share", () => {
    const pair = anyAddress.chain((a) =>
      fc.nat({ max: addressBits[a.family] - 1 }).chain((bit) =>
        fc.bigInt({ min: 0n, max: highestValue[a.family] }).map((noise): [Address, Address] => {
          const below = BigInt(addressBits[a.family] - bit - 1);
          const value = a.value ^ (1n << below) ^ (noise & ((1n << below) - 1n));
          return [a, { family: a.family, value }];
        }),
      ),
    );
    const embeds = ({ family, value }: Address) =>
      family === 6 && [0xffffn, 0x64_ff9b_0000_0000_0000_0000n].includes(value >> 32n);
    fc.assert(
      fc.property(pair, anyKey, ([a, b], key) => {
        fc.pre(embeds(a) === embeds(b));
        expect(sharedBits(whole(a, key), whole(b, key))).toBe(sharedBits(a, b));
      }),
      { numRuns: 300 },
    );
  });

  test("is in the same row of the registries, and in no other", () => {
    fc.assert(
      fc.property(anyAddress, anyKey, (address, key) => {
        const hidden = whole(address, key);
        expect(classify(hidden, registry).decidedBy).toBe(classify(address, registry).decidedBy);
        expect(classify(hidden, registry).scope).toBe(classify(address, registry).scope);
        for (const block of specialBlocks) expect(cidrContains(block, hidden)).toBe(cidrContains(block, address));
      }),
      { numRuns: 300 },
    );
  });

  test("of a special-purpose block is the block itself", () => {
    for (const block of specialBlocks)
      expect([formatCidr(block), hide(block.address, block.prefixLength, keyOf("a key"))]).toEqual([
        formatCidr(block),
        block.address,
      ]);
  });

  test("of a network holds the pseudonyms of its addresses, and its host part stays zero", () => {
    fc.assert(
      fc.property(withLength, anyKey, ({ address, length }, key) => {
        const hostBits = BigInt(addressBits[address.family] - length);
        const network = { ...address, value: (address.value >> hostBits) << hostBits };
        const hidden = hide(network, length, key);
        expect(hidden.value & ((1n << hostBits) - 1n)).toBe(0n);
        const embedded =
          address.family === 6 && [0xffffn, 0x64_ff9b_0000_0000_0000_0000n].includes(address.value >> 32n);
        fc.pre(!embedded || length >= 96);
        expect(whole(address, key).value >> hostBits).toBe(hidden.value >> hostBits);
      }),
      { numRuns: 300 },
    );
  });

  test("of an IPv4 address is the same inside IPv6", () => {
    fc.assert(
      fc.property(anyOf(4), anyKey, (address, key) => {
        const text = formatAddress(whole(address, key));
        for (const prefix of ["::ffff:", "64:ff9b::"]) {
          const outer = parseAddress(`${prefix}${formatAddress(address)}`);
          if (!outer) throw new Error(prefix);
          expect(whole(outer, key)).toEqual(parseAddress(`${prefix}${text}`));
        }
      }),
    );
  });

  test("depends on the key, and without special blocks on every bit of the address", () => {
    const texts = new Set(
      ["a", "b", "c", "d"].map((secret) => formatAddress(whole({ family: 4, value: 0x0a01_0203n }, keyOf(secret)))),
    );
    expect(texts.size).toBe(4);
    const firstBits = new Set(
      [..."abcdefgh"].map((secret) => whole({ family: 4, value: 0x0808_0808n }, keyOf(secret, [])).value >> 31n),
    );
    expect(firstBits.size).toBe(2);
  });
});

describe("a text", () => {
  const words = fc.constantFrom(
    ..."the pods of Kubernetes v1.29 get addresses from (and) `code` -- : . , / ::1 see RFC 6598, port 443; fe80:: 53".split(
      " ",
    ),
  );
  const written = anyAddress.map(formatAddress);
  const network = withLength.map(({ address, length }) => `${formatAddress(address)}/${length}`);
  const glue = fc.constantFrom(" ", " ", " ", ", ", ". ", "", "/", "-", "`", ":", "\n");
  const anyText = fc.oneof(
    fc
      .array(fc.tuple(fc.oneof(words, written, network), glue), { maxLength: 12 })
      .map((parts) => parts.flat().join("")),
    fc.string({ unit: fc.constantFrom(..."0123456789abcdef:./-x ") }),
    fc.string({ unit: "binary" }),
  );

  test("comes back as it was, or is not given away", () => {
    let told = 0;
    fc.assert(
      fc.property(anyText, anyKey, (text, key) => {
        const [hidden] = hideAddresses([text], key) ?? [];
        if (hidden === undefined) return;
        told += 1;
        expect(revealAddresses(hidden, key)).toBe(text);
      }),
      { numRuns: 1500 },
    );
    expect(told).toBeGreaterThan(500);
  });

  const key = keyOf("a key");
  test.each([
    "`100.64.3.7` is in 100.64.0.0/10, shared address space (RFC 6598).",
    "Pods of Kubernetes v1.29 get 10.244.0.0/16, Services 10.96.0.10:53 (port 443).",
    "`--pod-cidr=10.4.0.0/14` and [fd00:10:32::a]:53 or 64:ff9b::a01:203.",
    "172.17.0.1 to 172.17.255.254, 65,534 addresses.",
  ])("tells no address of its own: %s", (text) => {
    const [hidden = ""] = hideAddresses([text], key) ?? [];
    expect(hidden).not.toBe("");
    const special = specialBlocks.map(formatCidr);
    const addresses = text.match(/\d+\.\d+\.\d+\.\d+(?:\/\d+)?|fd00[\da-f:]+/g) ?? [];
    for (const address of addresses.filter((found) => !special.includes(found))) expect(hidden).not.toContain(address);
    expect(hidden.replace(/[\da-f:.]+/g, "#")).toBe(text.replace(/[\da-f:.]+/g, "#"));
    expect(revealAddresses(hidden, key)).toBe(text);
  });

  test.each([
    ["a wildcard", "100.64.x.x is 100.64.0.0/16."],
    ["an old notation", "`010.0.0.1` may be 8.0.0.1."],
    ["a short notation", "`10.1` is read as 10.0.0.1 by some."],
    ["a part that another text has whole", "It begins with 10.244."],
    ["a range by its last part", "10.0.0.5-20 are 16 addresses."],
    ["a name that holds an address", "ip-10-0-1-23.ec2.internal is 10.0.1.23."],
    ["a reverse name", "23.1.0.10.in-addr.arpa is its name."],
    ["one number", "167772161 is 10.0.0.1."],
    ["a hexadecimal number", "0x0a000001 is 10.0.0.1."],
    ["capitals", "FD00::1 is unique local."],
    ["a long way to write it", "fd00:0:0:0:0:0:0:1 is unique local."],
    ["a MAC address", "aa:bb:cc:dd:ee:ff is the gateway."],
    ["a zone", "fe80::1%eth0 is link-local."],
  ])("stays where it holds %s", (_what, text) => {
    expect(hideAddresses([text, "10.244.0.1 is a pod."], key)).toBeUndefined();
  });
});
