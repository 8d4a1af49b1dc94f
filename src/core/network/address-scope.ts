/** What a block of addresses is set aside for, in the words of the IANA special-purpose registries (RFC 6890). */
export type AddressScope =
  | "this-network"
  | "unspecified"
  | "loopback"
  | "link-local"
  | "private-use"
  | "shared-address-space"
  | "unique-local"
  | "site-local"
  | "protocol-assignment"
  | "documentation"
  | "benchmarking"
  | "multicast"
  | "limited-broadcast"
  | "reserved"
  | "ipv4-mapped"
  | "ipv4-ipv6-translation"
  | "6to4"
  | "6to4-relay-anycast"
  | "teredo"
  | "orchid"
  | "as112"
  | "direct-delegation"
  | "amt"
  | "discard-only"
  | "dummy-prefix"
  | "segment-routing-sids"
  | "global";

/** `phrase` completes "this is …": plain words for a reader who knows no RFC by its number. */
export type ScopeExplanation = { readonly phrase: string };

export const addressScopes: Readonly<Record<AddressScope, ScopeExplanation>> = {
  "this-network": {
    phrase: 'an address for "this network" (RFC 791), used as a source before a host knows its own address',
  },
  unspecified: {
    phrase: "the unspecified address (RFC 4291), which stands for no address or for all of a host's addresses",
  },
  loopback: { phrase: "a loopback address, which never leaves the host or network namespace it is used in" },
  "link-local": { phrase: "a link-local address, valid on one network link only and never routed" },
  "private-use": {
    phrase: "a private address (RFC 1918), free to use inside any network and not routed on the internet",
  },
  "shared-address-space": {
    phrase: "shared address space for carrier-grade NAT (RFC 6598), neither public nor RFC 1918",
  },
  "unique-local": {
    phrase: "a unique local IPv6 address (RFC 4193), for use inside networks and not routed on the internet",
  },
  "site-local": { phrase: "a site-local IPv6 address, deprecated since RFC 3879 in favour of unique local addresses" },
  "protocol-assignment": { phrase: "in a block the IETF keeps for protocols, not one that hosts are numbered from" },
  documentation: { phrase: "an address reserved for examples in documentation, which no real host should have" },
  benchmarking: { phrase: "an address reserved for benchmarking network devices, not routed on the internet" },
  multicast: { phrase: "a multicast address, which names a group of receivers and is never a source" },
  "limited-broadcast": {
    phrase: "the limited broadcast address (RFC 919), which reaches all hosts of the local network",
  },
  reserved: { phrase: "in a block reserved for future use, not assigned to anybody" },
  "ipv4-mapped": {
    phrase: "an IPv4-mapped IPv6 address (RFC 4291): an IPv4 address as a program with IPv6 sockets sees it",
  },
  "ipv4-ipv6-translation": {
    phrase: "an IPv6 address that stands for an IPv4 address behind a NAT64 translator (RFC 6052)",
  },
  "6to4": {
    phrase: "a 6to4 address (RFC 3056): IPv6 tunnelled over IPv4, with the IPv4 address of the site's router inside",
  },
  "6to4-relay-anycast": { phrase: "in the block of the former 6to4 relays (deprecated by RFC 7526)" },
  teredo: {
    phrase: "a Teredo address (RFC 4380): IPv6 tunnelled over UDP, with the client's public IPv4 address inside",
  },
  orchid: { phrase: "an ORCHID, an identifier of a host that looks like an IPv6 address and is not routed as one" },
  as112: {
    phrase: "an address of the AS112 name servers (RFC 7535), which answer stray reverse lookups of private addresses",
  },
  "direct-delegation": {
    phrase: "an address of the AS112 name servers (RFC 7534), which answer stray reverse lookups of private addresses",
  },
  amt: { phrase: "an address of multicast tunnel relays (AMT, RFC 7450)" },
  "discard-only": { phrase: "in a block whose traffic is thrown away on purpose (RFC 6666)" },
  "dummy-prefix": { phrase: "in the dummy IPv6 prefix (RFC 9780), which never stands for a real host" },
  "segment-routing-sids": {
    phrase: "in the block for segment routing identifiers (RFC 9602), used inside one SRv6 network",
  },
  global: { phrase: "a public address, routable on the internet" },
};
