import type { Address } from "../network/address.ts";
import type { Cidr } from "../network/cidr.ts";
import type { Entities } from "./entities.ts";
import { combineNeighbours } from "./extract/combine-neighbours.ts";
import type { Found, Place } from "./extract/found.ts";
import { normaliseText } from "./extract/normalise-text.ts";
import { Notes } from "./extract/notes.ts";
import { scanWords } from "./extract/scan-words.ts";
import { settleDoubts } from "./extract/settle-doubts.ts";
import { unmapAddress, unmapCidr } from "./extract/unmap-ipv4.ts";
import type { Mention } from "./mention.ts";

/**
 * All that a text names, in every notation people paste: addresses, blocks, ranges, host names and ports, each with its place in
 * the text and the reason it was taken; notations that are broken or ambiguous as findings; what only looks like an address as
 * rejected. Never throws; linear in the length of the text.
 */
export function extractEntities(text: string): Entities {
  const normalised = normaliseText(text);
  const reading = { text: normalised.text, notes: new Notes() };
  scanWords(reading);
  const found = inOrder(settleDoubts(reading, combineNeighbours(reading)));
  const { notes } = reading;
  const placeOf = (place: Place) => {
    const start = normalised.positions.startOf(place.start);
    const end = normalised.positions.endOf(place.end);
    return { text: text.slice(start, end), start, end };
  };
  const mention = <T>(value: T, one: Place & { readonly reason: string }): Mention<T> => ({
    value,
    ...placeOf(one),
    reason: one.reason,
  });
  const addresses = ofKind(found, "address").map((one) => mention<Address>(unmapAddress(reading, one), one));
  const cidrs = blocks(found).map((one) => mention<Cidr>(unmapCidr(reading, one), one));
  return {
    addresses,
    cidrs,
    ranges: ofKind(found, "range").map((one) => mention(one.value, one)),
    hostnames: ofKind(found, "hostname").map((one) => mention(one.value, one)),
    ports: inOrder(notes.ports).map((port) => mention(port.value, port)),
    findings: inOrder(notes.findings).map((finding) => ({
      kind: finding.kind,
      ...placeOf(finding),
      explanation: finding.explanation,
      ...(finding.readsAs ? { readsAs: finding.readsAs } : {}),
    })),
    rejected: inOrder(notes.rejected).map((rejection) => ({ ...placeOf(rejection), reason: rejection.reason })),
  };
}

function ofKind<K extends Found["kind"]>(found: readonly Found[], kind: K): readonly Extract<Found, { kind: K }>[] {
  return found.filter((one): one is Extract<Found, { kind: K }> => one.kind === kind);
}

function blocks(found: readonly Found[]): readonly Extract<Found, { kind: "cidr" | "wildcard" }>[] {
  return found.filter((one) => one.kind === "cidr" || one.kind === "wildcard");
}

const inOrder = <P extends Place>(places: readonly P[]): readonly P[] => places.toSorted((a, b) => a.start - b.start);
