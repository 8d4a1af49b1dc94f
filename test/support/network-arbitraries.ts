import fc from "fast-check";
import type { Address } from "../../src/core/network/address.ts";
import { addressBits, highestValue } from "../../src/core/network/address.ts";
import type { Cidr } from "../../src/core/network/cidr.ts";
import { cidrOf } from "../../src/core/network/cidr.ts";

/** Addresses of both families; the ends of the number line and sparse values come up often. */
export const anyAddress: fc.Arbitrary<Address> = fc
  .constantFrom(4 as const, 6 as const)
  .chain((family) =>
    fc
      .oneof(
        fc.bigInt({ min: 0n, max: highestValue[family] }),
        fc.bigInt({ min: 0n, max: 255n }),
        fc.bigInt({ min: highestValue[family] - 255n, max: highestValue[family] }),
        sparseValue(family),
      )
      .map((value) => ({ family, value })),
  );

/** Values with long runs of zero groups, as IPv6 addresses in the wild have. */
function sparseValue(family: Address["family"]): fc.Arbitrary<bigint> {
  const group = fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 0, max: 0xffff }));
  return fc
    .array(group, { minLength: addressBits[family] / 16, maxLength: addressBits[family] / 16 })
    .map((groups) => groups.reduce((sum, next) => (sum << 16n) | BigInt(next), 0n));
}

/** Blocks of both families and every length, /0 and single addresses among them. */
export const anyCidr: fc.Arbitrary<Cidr> = anyAddress.chain((address) => {
  const bits = addressBits[address.family];
  const length = fc.oneof(fc.integer({ min: 0, max: bits }), fc.constantFrom(0, 1, bits - 1, bits));
  return length.map((prefixLength) => cidrOf(address, prefixLength));
});

/** Blocks that nest and repeat: cut from the low and the high end of the number line. */
export const crowdedCidr: fc.Arbitrary<Cidr> = fc
  .record({
    family: fc.constantFrom(4 as const, 6 as const),
    offset: fc.bigInt({ min: 0n, max: 255n }),
    fromEnd: fc.boolean(),
    hostBits: fc.integer({ min: 0, max: 8 }),
  })
  .map(({ family, offset, fromEnd, hostBits }) => {
    const value = fromEnd ? highestValue[family] - offset : offset;
    return cidrOf({ family, value }, addressBits[family] - hostBits);
  });
