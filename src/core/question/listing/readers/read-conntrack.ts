import { formatAddress } from "../../../network/address.ts";
import { listAddress, parseListedAddress } from "../list-address.ts";
import type { ListingEntry, ListingReader } from "../listing-entry.ts";

const tuple = /\bsrc=([\da-f.:]{2,45})\s+dst=([\da-f.:]{2,45})(?=\s)/gi;

/**
 * `conntrack -L` and /proc/net/nf_conntrack: the flow as it was sent, and the replies as they are expected. Where the reply
 * is not the flow mirrored, an address was rewritten.
 */
export const readConntrack: ListingReader = (lines) =>
  lines.flatMap((text, line) => {
    if (!text.includes("src=")) return [];
    const [sent, reply] = [...`${text} `.matchAll(tuple)].map(([, src = "", dst = ""]) => ({
      src: canonical(src),
      dst: canonical(dst),
    }));
    return sent && reply
      ? [...listDestination(sent.dst, reply.src, line), ...listSource(sent.src, reply.dst, line)]
      : [];
  });

function canonical(text: string): string {
  const address = parseListedAddress(text);
  return address ? formatAddress(address) : text;
}

function listDestination(sentTo: string, answeredBy: string, line: number): ListingEntry[] {
  const where = { from: line, to: line };
  if (sentTo === answeredBy) return listAddress(sentTo, { as: "conntrack-untouched", ...where });
  return [
    ...listAddress(sentTo, { as: "conntrack-sent-on", name: answeredBy, ...where }),
    ...listAddress(answeredBy, { as: "conntrack-answers", name: sentTo, ...where }),
  ];
}

function listSource(sentFrom: string, answeredTo: string, line: number): ListingEntry[] {
  const where = { from: line, to: line };
  if (sentFrom === answeredTo) return listAddress(sentFrom, { as: "conntrack-kept", ...where });
  return [
    ...listAddress(sentFrom, { as: "conntrack-hidden", name: answeredTo, ...where }),
    ...listAddress(answeredTo, { as: "conntrack-hides", name: sentFrom, ...where }),
  ];
}
