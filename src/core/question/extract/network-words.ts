import { wordsAfter, wordsBefore } from "./look-around.ts";

/** Words that say that a number beside them is about addresses. */
const networkWords = new Set([
  ..."network networks net nets subnet subnets range ranges block blocks cidr cidrs prefix prefixes ip ips ipv4".split(
    " ",
  ),
  ..."address addresses addr addrs pod pods node nodes host hosts space pool pools vpc vpcs lan lans vpn vlan".split(
    " ",
  ),
  ..."gateway route routes routed clusterip interface segment dhcp nat snat whitelist allowlist firewall".split(" "),
  ..."private internal nameserver peers clients".split(" "),
]);

/** Whether a word about networks stands within `reach` words of `[start, end)`, on either side. */
export function hasNetworkWord(text: string, start: number, end: number, reach: number): boolean {
  if (wordsAfter(text, end, reach).some((word) => networkWords.has(word))) return true;
  return wordsBefore(text, start, reach).some((word) => networkWords.has(word));
}

const nounsBehind = new Set([
  ..."network networks net nets subnet subnets range ranges block blocks cidr prefix ip ips address addresses space pool".split(
    " ",
  ),
  ..."pods nodes hosts segment lan vlan side world".split(" "),
]);

/** Whether the word directly behind `end` makes it a network: "the 10.244 network". */
export function isNamedNetwork(text: string, end: number): boolean {
  return wordsAfter(text, end, 2).some((word) => nounsBehind.has(word));
}
