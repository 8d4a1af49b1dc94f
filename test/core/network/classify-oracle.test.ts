import { BlockList } from "node:net";
import { expect, test } from "@jest/globals";
import type { Address } from "../../../src/core/network/address.ts";
import { addressBits, formatAddress } from "../../../src/core/network/address.ts";
import { formatCidr } from "../../../src/core/network/cidr.ts";
import { classify } from "../../../src/core/network/classify.ts";
import { loadRegistry } from "../../support/load-registry.ts";
import type { Verdict } from "../../support/registry-oracle.ts";
import {
  bitsOfGroups,
  bitsOfQuad,
  boundaries,
  oracle,
  oracleRows,
  randomBits,
  randomNumbers,
} from "../../support/registry-oracle.ts";

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
