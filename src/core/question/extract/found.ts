import type { Address } from "../../network/address.ts";
import type { AddressRange } from "../../network/address-range.ts";
import type { Cidr } from "../../network/cidr.ts";
import type { Hostname } from "../entities.ts";

/** A stretch `[start, end)` of the normalised text. */
export type Place = { readonly start: number; readonly end: number };

/** What one place was read as, before its neighbours are looked at. */
export type Found =
  | (Place & { readonly kind: "address"; readonly value: Address; readonly reason: string; readonly hasPort: boolean })
  | (Place & { readonly kind: "cidr"; readonly value: Cidr; readonly reason: string })
  /** `sure` is false when only the rest of the text can say whether `10.x` is a block or a version. */
  | (Place & { readonly kind: "wildcard"; readonly value: Cidr; readonly reason: string; readonly sure: boolean })
  | (Place & { readonly kind: "range"; readonly value: AddressRange; readonly reason: string })
  | (Place & { readonly kind: "hostname"; readonly value: Hostname; readonly reason: string })
  /** `255.255.240.0`: means something only after an address. */
  | (Place & { readonly kind: "netmask"; readonly prefixLength: number })
  /** `.241` or `.25.10`: the last octets of an address whose first ones stand before it. */
  | (Place & { readonly kind: "suffix"; readonly octets: readonly number[] });
