import { addressBits, highestValue } from "../../src/core/network/address.ts";
import { readRegistryFiles } from "./load-registry.ts";

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

export const oracleRows: readonly OracleRow[] = [...readRegistryFiles().values()]
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

export function bitsOfQuad(text: string): string {
  return text
    .split(".")
    .map((octet) => Number(octet).toString(2).padStart(8, "0"))
    .join("");
}

export function bitsOfGroups(text: string): string {
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

export type Verdict = readonly [scope: string, prefix: string | null, reachable: boolean | null];

export function oracle(family: 4 | 6, bits: string): Verdict {
  const row = rowsByFamily[family].find((each) => bits.startsWith(each.bits));
  if (row) return [row.scope, row.text, row.reachable];
  return family === 4 || bits.startsWith("001") ? ["global", null, true] : ["reserved", null, false];
}

/** The first and last address of each block, of each family, and their neighbours outside. */
export function boundaries(): { family: 4 | 6; value: bigint }[] {
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
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    const again = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61));
    return (again ^ (again >>> 14)) >>> 0;
  };
}

/** Bits of a random address: every second one uniform, the others below the first bits of some row, where mistakes would hide. */
export function randomBits(random: () => number, index: number): { family: 4 | 6; bits: string } {
  const row = oracleRows[random() % oracleRows.length];
  const family = row?.family ?? 4;
  const start = row && index % 2 === 0 ? row.bits.slice(0, random() % (row.bits.length + 1)) : "";
  const words = Array.from({ length: addressBits[family] / 32 }, () => random().toString(2).padStart(32, "0"));
  return { family, bits: start + words.join("").slice(start.length) };
}
