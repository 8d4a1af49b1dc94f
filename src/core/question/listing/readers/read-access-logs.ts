import { listAddress } from "../list-address.ts";
import type { ListedAs, ListingEntry, ListingReader } from "../listing-entry.ts";
import { scanKeys } from "../scan-keys.ts";

const address = "(\\[?[\\da-f.:]{2,45}\\]?(?::\\d{1,5})?)";
const pattern = (source: string) => new RegExp(source, "i");

/** What stands where in the formats that are shipped: of nginx and ingress-nginx, its error log, Traefik, Envoy and Istio. */
const places: readonly { readonly as: ListedAs; readonly pattern: RegExp }[] = [
  { as: "log-client", pattern: pattern(`^\\s*${address} - \\S{1,60} \\[\\d`) },
  { as: "log-upstream", pattern: pattern(` \\[[\\w.-]{0,120}\\] \\[[\\w.-]{0,120}\\] ${address} [\\d-]`) },
  { as: "log-client", pattern: pattern(`, client: ${address}, server: `) },
  { as: "log-upstream", pattern: pattern(`, upstream: "\\w{3,10}://${address}/`) },
  { as: "log-upstream", pattern: pattern(` "https?://${address}/?" \\d{1,9}ms`) },
  // Envoy: authority, then the upstream host; Istio adds the cluster and the addresses of both connections.
  { as: "log-upstream", pattern: pattern(`^\\s*\\[\\d[^\\]]{10,40}\\] ".{0,1500}" "[^"]{0,200}" "${address}"`) },
  {
    as: "log-client",
    pattern: pattern(` (?:in|out)bound\\|[^ ]{0,200} \\S{1,60} \\S{1,60} ${address} `),
  },
];

/** The fields of logs in JSON. */
const fields: Readonly<Record<string, ListedAs>> = {
  remote_addr: "log-client",
  client_ip: "log-client",
  ClientHost: "log-client",
  downstream_remote_address: "log-client",
  upstream_addr: "log-upstream",
  upstream_host: "log-upstream",
  ServiceAddr: "log-upstream",
};

/** Access logs of proxies: whom the proxy saw as the client, and to whom it sent the request. */
export const readAccessLogs: ListingReader = (lines) =>
  lines.flatMap((text, line) => {
    if (!text.includes('"')) return [];
    const where = { from: line, to: line };
    const found = places.flatMap(({ as, pattern }) => listAddress(pattern.exec(text)?.[1], { as, ...where }));
    return [...found, ...readFields(text, line)];
  });

function readFields(text: string, line: number): ListingEntry[] {
  return scanKeys(text).flatMap(({ key, value }) => {
    const as = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return as ? listAddress(value, { as, from: line, to: line }) : [];
  });
}
