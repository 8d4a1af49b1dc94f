import { wordsAfter, wordsBefore } from "./look-around.ts";

/** Words that say that a number beside them is a network or an address. */
const networkWords = new Set([
  ..."network networks net nets subnet subnets range ranges block blocks cidr cidrs prefix prefixes ip ips ipv4".split(
    " ",
  ),
  ..."address addresses addr addrs space pool pools lan lans vlan segment clusterip multicast whitelist allowlist".split(
    " ",
  ),
]);

/** Words for what has addresses, and versions as well: they count only beside octets that everybody knows. */
const machineWords = new Set([
  ..."pod pods node nodes host hosts vpc vpcs vpn gateway route routes routed interface dhcp nat snat firewall".split(
    " ",
  ),
  ..."private internal nameserver peers clients side world".split(" "),
]);

/** Whether a word for a network stands before (within three words) or behind (within two) `[start, end)`. */
export function hasNetworkWord(text: string, start: number, end: number): boolean {
  return isNamedNetwork(text, end) || wordsBefore(text, start, 3).some((word) => networkWords.has(word));
}

/** Words directly before which an address is expected; "source" and "client" stand before versions too, but not of five parts. */
const addressWords = new Set("ip ips ipv4 address addresses addr source src client host from to".split(" "));

/** Whether the word before `start`, or the one before that, says that an address comes next. */
export function hasAddressWord(text: string, start: number): boolean {
  return wordsBefore(text, start, 2).some((word) => addressWords.has(word));
}

/** Whether the words behind `end` make it a network: "the 10.244 network". */
export function isNamedNetwork(text: string, end: number): boolean {
  return wordsAfter(text, end, 2).some((word) => networkWords.has(word));
}

/** Whether a word for networks or machines stands within three words of `[start, end)`. */
export function hasMachineWord(text: string, start: number, end: number): boolean {
  const around = [...wordsAfter(text, end, 3), ...wordsBefore(text, start, 3)];
  return around.some((word) => networkWords.has(word) || machineWords.has(word));
}
