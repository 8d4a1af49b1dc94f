import { formatCidr } from "../../network/cidr.ts";
import type { Found } from "./found.ts";
import type { Reading } from "./reading.ts";

/** Versions rarely have a first number of ten or more. */
const LOWEST_DOUBTED = 10n;

type Wildcard = Extract<Found, { readonly kind: "wildcard" }>;

/**
 * Takes a doubtful wildcard such as `10.x` when the text names other addresses or known blocks as well, and refuses it otherwise.
 * What is taken is explained, since masked digits are read as a block only by people.
 */
export function settleDoubts(reading: Reading, found: readonly Found[]): readonly Found[] {
  const speaksOfAddresses = found.some(isSureAddress);
  return found.filter((one) => one.kind !== "wildcard" || settle(reading, one, speaksOfAddresses));
}

const isSureAddress = (found: Found): boolean => found.kind !== "hostname" && (found.kind !== "wildcard" || found.sure);

function settle({ text, notes }: Reading, { start, end, value, sure }: Wildcard, speaksOfAddresses: boolean): boolean {
  const isHigh = value.address.value >> 24n >= LOWEST_DOUBTED;
  if (!sure && !(speaksOfAddresses && isHigh)) {
    notes.reject(start, end, "masked numbers that could be a version: nothing in the text speaks of addresses");
    return false;
  }
  const explanation = `${text.slice(start, end)} was read as ${formatCidr(value)}: every value in place of what is masked.`;
  notes.addFinding({ start, end, kind: "wildcard-read-as-cidr", explanation });
  return true;
}
