import type { Address } from "../../src/core/network/address.ts";
import { addressBits } from "../../src/core/network/address.ts";
import type { Cidr } from "../../src/core/network/cidr.ts";
import { cidrOf } from "../../src/core/network/cidr.ts";

/** Numbers from 0 to 2^32 - 1, the same in every run (xorshift32), so that two runs measure the same work. */
let state = 0x2545_f491;
function randomWord(): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state >>> 0;
}

function randomValue(family: Address["family"]): bigint {
  let value = 0n;
  for (let word = 0; word < addressBits[family] / 32; word++) value = (value << 32n) | BigInt(randomWord());
  return value;
}

/** Blocks of both families in turn, of the lengths seen in routing tables and clusters: /8 to /28, and /20 to /64. */
export function randomCidrs(count: number): Cidr[] {
  return Array.from({ length: count }, (_, index) => {
    const family = index % 2 === 0 ? 4 : 6;
    const prefixLength = family === 4 ? 8 + (randomWord() % 21) : 20 + (randomWord() % 45);
    const value = family === 4 ? randomValue(4) : (0x2n << 124n) | (randomValue(6) >> 4n);
    return cidrOf({ family, value }, prefixLength);
  });
}

/** Addresses of both families in turn; every second pair lies in one of the blocks. */
export function randomAddresses(count: number, cidrs: readonly Cidr[]): Address[] {
  return Array.from({ length: count }, (_, index) => {
    const family = index % 2 === 0 ? 4 : 6;
    const cidr = cidrs[(((randomWord() >>> 1) * 2) % cidrs.length) + (index % 2)];
    if (!cidr || index % 4 < 2) return { family, value: randomValue(family) };
    const hostBits = BigInt(addressBits[family] - cidr.prefixLength);
    return { family, value: cidr.address.value | (randomValue(family) & ((1n << hostBits) - 1n)) };
  });
}
