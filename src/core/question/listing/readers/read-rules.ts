import { listAddress, listBlock } from "../list-address.ts";
import type { ListingEntry, ListingReader } from "../listing-entry.ts";
import { type PacketRule, readPacketRule } from "../packet-rule.ts";

/** iptables-save, `iptables -L -n` and nft: the rules that name the address or its block, and the Service in their comment. */
export const readRules: ListingReader = (lines) =>
  lines.flatMap((text, line) => {
    const rule = readPacketRule(text);
    return rule ? listRule(rule, line) : [];
  });

/** kube-proxy comments a rule with `namespace/service:port`. */
function serviceOf(comment: string | undefined): string | undefined {
  return /^([a-z0-9.-]{1,63}\/[a-z0-9.-]{1,63}(?:[:/][\w./-]{1,63})?)(?:\s|$)/.exec(comment ?? "")?.[1];
}

function listRule(rule: PacketRule, line: number): ListingEntry[] {
  const where = { from: line, to: line };
  const { target, source, destination, comment } = rule;
  const service = serviceOf(comment);
  if (service && /^KUBE-(?:SVC|SEP|EXT|FW|XLB)|^REJECT/.test(target)) {
    const isClusterAddress = comment?.includes("cluster IP") || target.startsWith("KUBE-SVC");
    return isClusterAddress ? listBlock(destination, { as: "rule-service", name: service, ...where }) : [];
  }
  if (service && target === "KUBE-MARK-MASQ")
    return listAddress(single(source), { as: "rule-endpoint", name: service, ...where });
  if (target === "DNAT") return listDestination(rule, service, line);
  if (target === "SNAT") return listSource(rule, line);
  return target === "MASQUERADE" ? listBlock(narrow(source), { as: "rule-masquerade", ...where }) : [];
}

function listDestination({ destination, to }: PacketRule, service: string | undefined, line: number): ListingEntry[] {
  const where = { from: line, to: line };
  const receiver = service
    ? listAddress(to, { as: "rule-endpoint", name: service, ...where })
    : listAddress(to, { as: "rule-receives", name: narrow(destination), ...where });
  return [...receiver, ...(to ? listBlock(narrow(destination), { as: "rule-sent-on", name: to, ...where }) : [])];
}

function listSource({ source, to }: PacketRule, line: number): ListingEntry[] {
  const where = { from: line, to: line };
  const hides = listAddress(to, { as: "rule-hides", name: narrow(source), ...where });
  return [...hides, ...(to ? listBlock(narrow(source), { as: "rule-hidden", name: to, ...where }) : [])];
}

/** A rule for everybody names nobody. */
function narrow(block: string | undefined): string | undefined {
  return block === "anywhere" || block?.endsWith("/0") ? undefined : block;
}

function single(block: string | undefined): string | undefined {
  return !block?.includes("/") || /\/(?:32|128)$/.test(block) ? block : undefined;
}
