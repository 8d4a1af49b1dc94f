import type { Found } from "./found.ts";
import type { Reading } from "./reading.ts";

/** Takes a doubtful wildcard such as `10.x` when the text names other addresses or known blocks as well; refuses it otherwise. */
export function settleDoubts({ notes }: Reading, found: readonly Found[]): readonly Found[] {
  const speaksOfAddresses =
    found.some((one) => one.kind !== "hostname" && one.kind !== "wildcard") ||
    found.some((one) => one.kind === "wildcard" && one.sure);
  return found.filter((one) => {
    if (one.kind !== "wildcard" || one.sure || speaksOfAddresses) return true;
    notes.reject(one.start, one.end, "masked numbers that could be a version: nothing in the text speaks of addresses");
    return false;
  });
}
