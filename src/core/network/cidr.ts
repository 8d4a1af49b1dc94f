import type { Address } from "./address.ts";

/** A block of addresses in RFC 4632 notation. `address` is its first address: host bits are always clear. */
export type Cidr = { readonly address: Address; readonly prefixLength: number };
