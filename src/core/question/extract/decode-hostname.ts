import { type Address, parseAddress } from "../../network/address.ts";

/** One convention by which a name spells out an address. */
type Decode = (name: string) => Address | undefined;

const octets = String.raw`(\d{1,3})([.-])(\d{1,3})\2(\d{1,3})\2(\d{1,3})`;

const fromDashes =
  (pattern: RegExp, reversed = false): Decode =>
  (name) => {
    const [, a, , b, c, d] = pattern.exec(name) ?? [];
    if (d === undefined) return undefined;
    return parseAddress(reversed ? `${d}.${c}.${b}.${a}` : `${a}.${b}.${c}.${d}`);
  };

/** EC2 private and public names, and Fargate nodes of EKS: ip-10-0-1-23.ec2.internal, ec2-1-2-3-4.compute-1.amazonaws.com; alone as a node's name too. */
const decodeEc2 = fromDashes(
  new RegExp(
    `^(?:fargate-)?(?:ip|ec2)-${octets}(?:$|\\.(?:[a-z0-9-]+\\.)*(?:internal|amazonaws\\.com(?:\\.cn)?|local)$)`,
  ),
);
/** Google's names for external addresses, last octet first: 4.3.2.1.bc.googleusercontent.com. */
const decodeGoogle = fromDashes(new RegExp(`^${octets}\\.bc\\.googleusercontent\\.com$`), true);
/** RFC 1035, section 3.5: 4.3.2.1.in-addr.arpa. */
const decodeReverse4 = fromDashes(new RegExp(`^${octets}\\.in-addr\\.arpa$`), true);
/** nip.io and sslip.io: the address anywhere in the name, with dots or dashes. */
const decodeWildcardDns = fromDashes(new RegExp(`(?:^|[.-])${octets}\\.(?:[a-z0-9-]+\\.)*(?:nip|sslip|xip)\\.io$`));

/** nip.io also takes eight hexadecimal digits: app-0a000001.nip.io. */
const decodeHexDns: Decode = (name) => {
  const hex = /(?:^|[.-])([0-9a-f]{8})\.(?:nip|sslip)\.io$/.exec(name)?.[1];
  return hex === undefined ? undefined : { family: 4, value: BigInt(`0x${hex}`) };
};

/** sslip.io writes IPv6 with dashes for colons: 2a01-4f8--1.sslip.io. */
const decodeDashedIpv6Dns: Decode = (name) => fromDashedIpv6(/(?:^|\.)([0-9a-f-]+)\.sslip\.io$/.exec(name)?.[1]);

/** Kubernetes DNS specification: pod names and the endpoint names that CoreDNS makes, 10-244-1-5.default.pod.cluster.local. */
const decodePod: Decode = (name) => {
  const label = /^([0-9a-f-]+)\.(?:[a-z0-9-]+\.)+(?:pod|svc)(?:\.[a-z0-9-]+)*$/.exec(name)?.[1];
  if (label === undefined) return undefined;
  return fromDashes(new RegExp(`^${octets}$`))(label) ?? fromDashedIpv6(label);
};

/** RFC 3596, section 2.5: thirty-two nibbles, last first. */
const decodeReverse6: Decode = (name) => {
  const nibbles = /^((?:[0-9a-f]\.){32})ip6\.arpa$/.exec(name)?.[1];
  if (nibbles === undefined) return undefined;
  return { family: 6, value: BigInt(`0x${nibbles.replaceAll(".", "").split("").reverse().join("")}`) };
};

function fromDashedIpv6(label: string | undefined): Address | undefined {
  if (label === undefined || (!label.includes("--") && label.split("-").length !== 8)) return undefined;
  return parseAddress(label.replaceAll("-", ":"));
}

const conventions: readonly Decode[] = [
  decodeEc2,
  decodeGoogle,
  decodeReverse4,
  decodeReverse6,
  decodePod,
  decodeWildcardDns,
  decodeHexDns,
  decodeDashedIpv6Dns,
];

/** The address that the name of an EC2 machine spells out when it stands alone, without its domain: ip-10-0-1-23. */
export function decodeNodeName(label: string): Address | undefined {
  return /^(?:fargate-)?(?:ip|ec2)-/.test(label) ? decodeEc2(label) : undefined;
}

/** The address that a lower-case name spells out by a documented convention; undefined when it spells none. */
export function decodeHostname(name: string): Address | undefined {
  if (!/\d/.test(name)) return undefined;
  for (const decode of conventions) {
    const address = decode(name);
    if (address !== undefined) return address;
  }
  return undefined;
}
