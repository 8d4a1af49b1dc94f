/** An IPv4 (RFC 791) or IPv6 (RFC 4291) address: `value` is the 32 or 128 bit number. Zone ids are not part of it. */
export type Address = { readonly family: 4 | 6; readonly value: bigint };
