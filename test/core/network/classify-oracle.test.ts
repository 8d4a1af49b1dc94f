import { BlockList } from "node:net";
import { expect, test } from "@jest/globals";
import type { Address } from "../../../src/core/network/address.ts";
import { addressBits, formatAddress, highestValue } from "../../../src/core/network/address.ts";
import { formatCidr } from "../../../src/core/network/cidr.ts";
import { classify } from "../../../src/core/network/classify.ts";
import { loadRegistry, readRegistryFiles } from "../../support/load-registry.ts";

/*
 * The oracle: the registries' own text, expanded to strings of 0 and 1 by the few lines below and compared as strings. It shares no code
 * with what it judges, and is far too slow to be anything but plain.
 */
type OracleRow = {
  readonly family: 4 | 6;
  readonly bits: string;
  readonly text: string;
  readonly scope: string;
  readonly reachable: boolean | null;
};

const oracleRows: readonly OracleRow[] = [...readRegistryFiles().values()]
  .flatMap((file) => file.rows)
  .flatMap((row) => row.cidrs.map((text) => toOracleRow(text, row.scope, row.globallyReachable)))
  .sort((a, b) => b.bits.length - a.bits.length);

const rowsByFamily = {
  4: oracleRows.filter((row) => row.family === 4),
  6: oracleRows.filter((row) => row.family === 6),
};

function toOracleRow(text: string, scope: string, reachable: boolean | null): OracleRow {
  const [address = "", length] = text.split("/");
  const family = address.includes(":") ? 6 : 4;
  const bits = family === 4 ? bitsOfQuad(address) : bitsOfGroups(address);
  return { family, bits: bits.slice(0, Number(length)), text, scope, reachable };
}

function bitsOfQuad(text: string): string {
  return text
    .split(".")
    .map((octet) => Number(octet).toString(2).padStart(8, "0"))
    .join("");
}

function bitsOfGroups(text: string): string {
  const [head = "", tail = ""] = text.split("::").map((half) =>
    half
      .split(":")
      .filter((group) => group !== "")
      .map(bitsOfGroup)
      .join(""),
  );
  return text.includes("::") ? head + "0".repeat(128 - head.length - tail.length) + tail : head;
}

function bitsOfGroup(group: string): string {
  return Number.parseInt(group, 16).toString(2).padStart(16, "0");
}

type Verdict = readonly [scope: string, prefix: string | null, reachable: boolean | null];

function oracle(family: 4 | 6, bits: string): Verdict {
  const row = rowsByFamily[family].find((each) => bits.startsWith(each.bits));
  if (row) return [row.scope, row.text, row.reachable];
  return family === 4 || bits.startsWith("001") ? ["global", null, true] : ["reserved", null, false];
}

const registry = loadRegistry();

function verdictOn(address: Address): Verdict {
  const { scope, decidedBy, globallyReachable } = classify(address, registry);
  return [scope, decidedBy && formatCidr(decidedBy.cidr), globallyReachable];
}

function disagreement(family: 4 | 6, bits: string): string | undefined {
  const address = { family, value: BigInt(`0b${bits}`) };
  const [expected, actual] = [oracle(family, bits), verdictOn(address)];
  const agrees = expected.every((part, i) => part === actual[i]);
  return agrees
    ? undefined
    : `${formatAddress(address)}: the registries say ${expected.join(" ")}, classify says ${actual.join(" ")}`;
}

/** The first and last address of each block, of each family, and their neighbours outside. */
function boundaries(): { family: 4 | 6; value: bigint }[] {
  const blocks = [
    ...oracleRows,
    { family: 4 as const, bits: "" },
    { family: 6 as const, bits: "" },
    { family: 6 as const, bits: "001" },
  ];
  return blocks.flatMap(({ family, bits }) => {
    const first = BigInt(`0b0${bits.padEnd(addressBits[family], "0")}`);
    const last = BigInt(`0b0${bits.padEnd(addressBits[family], "1")}`);
    return [first - 1n, first, first + 1n, last - 1n, last, last + 1n]
      .filter((value) => value >= 0n && value <= highestValue[family])
      .map((value) => ({ family, value }));
  });
}

/** Random numbers that are the same in every run (mulberry32), so that a failure can be looked at again. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    const again = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61));
    return (again ^ (again >>> 14)) >>> 0;
  };
}

/** Bits of a random address: every second one uniform, the others below the first bits of some row, where mistakes would hide. */
function randomBits(random: () => number, index: number): { family: 4 | 6; bits: string } {
  const row = oracleRows[random() % oracleRows.length];
  const family = row?.family ?? 4;
  const start = row && index % 2 === 0 ? row.bits.slice(0, random() % (row.bits.length + 1)) : "";
  const words = Array.from({ length: addressBits[family] / 32 }, () => random().toString(2).padStart(32, "0"));
  return { family, bits: start + words.join("").slice(start.length) };
}

test("the oracle read all rows", () => {
  expect(oracleRows.length).toBeGreaterThanOrEqual(60);
  expect(oracle(4, bitsOfQuad("100.64.0.0"))).toEqual(["shared-address-space", "100.64.0.0/10", false]);
  expect(oracle(6, bitsOfGroups("2001:db8::1"))).toEqual(["documentation", "2001:db8::/32", false]);
});

test("classify agrees with the registries at every block's ends, one beside them, and at both ends of both families", () => {
  const wrong = boundaries().map(({ family, value }) =>
    disagreement(family, value.toString(2).padStart(addressBits[family], "0")),
  );
  expect(wrong.length).toBeGreaterThan(300);
  expect(wrong.filter((each) => each !== undefined)).toEqual([]);
});

test("classify agrees with the registries about 1,000,000 random addresses of both families", () => {
  const random = randomNumbers(20_251_009);
  const wrong: string[] = [];
  const counted = { 4: 0, 6: 0 };
  for (let index = 0; index < 1_000_000; index++) {
    const { family, bits } = randomBits(random, index);
    const found = disagreement(family, bits);
    counted[family]++;
    if (found) wrong.push(found);
  }
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(Math.min(counted[4], counted[6])).toBeGreaterThan(300_000);
}, 120_000);

test("Node's net.BlockList, which reads and matches by its own C++, finds the deciding row too", () => {
  const lists = oracleRows.map((row) => {
    const list = new BlockList();
    const [address = "", length] = row.text.split("/");
    list.addSubnet(address, Number(length), row.family === 4 ? "ipv4" : "ipv6");
    return { text: row.text, family: row.family, list };
  });
  const random = randomNumbers(6890);
  const samples = Array.from({ length: 10_000 }, (_, index) => randomBits(random, index)).map(({ family, bits }) => ({
    family,
    value: BigInt(`0b${bits}`),
  }));
  const wrong = [...boundaries(), ...samples].filter((address) => {
    const kind = address.family === 4 ? "ipv4" : "ipv6";
    const text = formatAddress(address);
    const holder = lists.find(({ family, list }) => family === address.family && list.check(text, kind));
    return (holder?.text ?? null) !== verdictOn(address)[1];
  });
  expect(wrong.map(formatAddress)).toEqual([]);
});
