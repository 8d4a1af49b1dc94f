import { maskLengthOf } from "../../extract/netmask.ts";
import { listAddress, listBlock, parseListedAddress } from "../list-address.ts";
import type { ListingEntry, ListingReader } from "../listing-entry.ts";

type Route = {
  readonly to: string;
  readonly via: string | undefined;
  readonly device: string | undefined;
  readonly source?: string | undefined;
};

/** `ip route`, `ip route get`, `route -n` and `netstat -rn` of Linux and macOS. */
export const readRoutes: ListingReader = (lines) =>
  lines.flatMap((text, line) => {
    const words = text.length > 300 ? [] : text.trim().split(/\s+/);
    const route = readIpRoute(words) ?? readMaskedRoute(words) ?? readBsdRoute(words);
    return route ? listRoute(route, line) : [];
  });

const routeTypes = /^(?:unicast|local|broadcast|multicast|anycast|throw)$/;

function readIpRoute(all: readonly string[]): Route | undefined {
  const words = routeTypes.test(all[0] ?? "") ? all.slice(1) : all;
  const [to = "", next] = words;
  // A line of `ip neighbour` has a device too.
  if ((next !== "via" && next !== "dev") || words.includes("lladdr")) return undefined;
  const after = (word: string) => {
    const at = words.indexOf(word);
    return at > 0 ? words[at + 1] : undefined;
  };
  return { to, via: after("via"), device: after("dev"), source: after("src") };
}

/** Destination, gateway, netmask, flags …, interface. */
function readMaskedRoute(words: readonly string[]): Route | undefined {
  const [to = "", via, mask = "", flags = ""] = words;
  const length = words.length === 8 && /^!?[UGHRDMAC!]{1,6}$/.test(flags) ? maskLengthOf(mask) : undefined;
  if (length === undefined) return undefined;
  return { to: length === 0 ? "default" : `${to}/${length}`, via: isNone(via) ? undefined : via, device: words[7] };
}

/** Destination, gateway, flags, interface; `100.64/10` leaves out zeros, and `192.168.1` is a /24. */
function readBsdRoute(words: readonly string[]): Route | undefined {
  const [to = "", via = "", flags = "", device = ""] = words;
  if (!/^U[A-Za-z]{0,12}$/.test(flags) || !/^[a-z]{2,10}\d{1,3}$/.test(device)) return undefined;
  const [octets = "", length] = (to.split("%")[0] ?? "").split("/");
  const given = octets.split(".");
  const isShort = /^\d{1,3}(?:\.\d{1,3}){0,3}$/.test(octets);
  const block = isShort
    ? `${[...given, "0", "0", "0"].slice(0, 4).join(".")}/${length ?? given.length * 8}`
    : to.replace(/%[a-z0-9]{1,12}/, "");
  return { to: block, via: parseListedAddress(via) ? via : undefined, device };
}

function isNone(gateway: string | undefined): boolean {
  return gateway === undefined || gateway === "*" || gateway === "0.0.0.0";
}

function listRoute({ to, via, device, source }: Route, line: number): ListingEntry[] {
  const where = { from: line, to: line };
  const gateway = via === undefined ? undefined : parseListedAddress(via) && via;
  const blocks = (to === "default" ? everything(via) : [to]).flatMap((block) =>
    listBlock(block, { as: "route", name: device, other: gateway, ...where }),
  );
  if (blocks.length === 0) return [];
  return [
    ...blocks,
    ...listAddress(gateway, { as: "next-hop", name: to, other: device, ...where }),
    ...listAddress(source, { as: "route-source", name: to, other: device, ...where }),
  ];
}

/** The family of a default route is that of its gateway. */
function everything(via: string | undefined): string[] {
  return [via?.includes(":") ? "::/0" : "0.0.0.0/0"];
}
