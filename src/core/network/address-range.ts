import type { Address } from "./address.ts";

/** All addresses from `first` to `last`, both included; both of one family, `first` not above `last`. */
export type AddressRange = { readonly first: Address; readonly last: Address };
