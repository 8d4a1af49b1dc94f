import type { Cidr } from "../network/cidr.ts";
import type { Direction } from "./recognise-direction.ts";

/** An address, block or range that the thread names: what an answer talks about. */
export type Subject = {
  /** As the asker wrote it: `100.64.x.x`; for a host name that spells out an address, that address. */
  readonly written: string;
  /** The addresses meant: a block of one for a single address, the first block of a range. */
  readonly block: Cidr;
  readonly kind: "address" | "block" | "range";
  readonly direction?: Direction;
  /** True when only an earlier message names it. */
  readonly inThread: boolean;
};
