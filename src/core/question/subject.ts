import { type AddressRange, rangeOf } from "../network/address-range.ts";
import { type Cidr, cidrContains } from "../network/cidr.ts";
import type { Direction } from "./recognise-direction.ts";

/** An address, block or range that the thread names: what an answer talks about. */
export type Subject = {
  /** As the asker wrote it: `100.64.x.x`; for a host name that spells out an address, that address. */
  readonly written: string;
  /** The addresses meant: a block of one for a single address, the first block of a range. */
  readonly block: Cidr;
  readonly kind: "address" | "block" | "range";
  /** Of a range: all that it spans. */
  readonly range?: AddressRange;
  readonly direction?: Direction;
  /** True when only an earlier message names it. */
  readonly inThread: boolean;
};

/** From the first to the last address that a subject means. */
export function extentOf({ range, block }: Subject): AddressRange {
  return range ?? rangeOf(block);
}

/** Whether every address of the subject is in the block. */
export function holdsSubject(cidr: Cidr, subject: Subject): boolean {
  const { first, last } = extentOf(subject);
  return cidrContains(cidr, first) && cidrContains(cidr, last);
}
