import type { Place } from "./found.ts";
import type { Reading } from "./reading.ts";

const LONGEST_SHOWN = 64;

/**
 * Notes what a run of groups and colons is that no parser takes for an address: a time, a hardware address, a fingerprint, an emoji
 * code, or a broken IPv6 address. False when its parts may still be read on their own, as in `10.0.0.1:80:80`.
 */
export function explainColons({ text, notes }: Reading, run: Place): boolean {
  const form = text.slice(run.start, run.end);
  const groups = form.slice(0, 512).split(":");
  if (/^[:.]+$/.test(form)) {
    notes.reject(run.start, run.end, "colons alone");
    return true;
  }
  if (/^:::\d{1,5}$/.test(form)) {
    notes.reject(run.start, run.end, "a port on any address, as netstat writes it");
    return true;
  }
  const other = recogniseOther(form, groups);
  if (other !== undefined) {
    notes.reject(run.start, run.end, other);
    return true;
  }
  if (!looksLikeIpv6(form, groups)) return false;
  const kind = !form.includes("::") && groups.length > 8 ? "too-many-groups" : "malformed-ipv6";
  notes.addFinding({
    ...run,
    kind,
    explanation: `${form.slice(0, LONGEST_SHOWN)} is not a valid IPv6 address: ${whatIsWrong(form, groups)}.`,
  });
  return true;
}

function recogniseOther(form: string, groups: readonly string[]): string | undefined {
  const pairs = groups.every((group) => group.length === 2);
  if (pairs && groups.length === 6) return "a hardware address (MAC)";
  if (pairs && groups.length > 8) return "a fingerprint: pairs of hexadecimal digits";
  if (/^\d+(?::\d+){2,3}(?:\.\d+)?$/.test(form)) return "a time of day or a list of numbers";
  if (/^:[^:]/.test(form)) return "words between colons: the code of an emoji";
  return undefined;
}

/** Enough of an address to be worth a word: a double colon or six groups, a digit, and a group longer than two. */
function looksLikeIpv6(form: string, groups: readonly string[]): boolean {
  const written = groups.filter((group) => group !== "");
  const isShaped = form.includes("::") ? written.length >= 2 : written.length >= 6;
  return isShaped && /\d/.test(form);
}

function whatIsWrong(form: string, groups: readonly string[]): string {
  if (form.includes(":::")) return "it has three colons in a row, and only two may stand together";
  const long = groups.find((group) => group.length > 4 && !group.includes("."));
  if (long !== undefined)
    return `the group ${long.slice(0, LONGEST_SHOWN)} has ${long.length} digits, and a group has one to four`;
  if (form.indexOf("::") !== form.lastIndexOf("::"))
    return "it has :: twice, and then nobody knows how many zeros each stands for";
  const count = groups.filter((group) => group !== "").length;
  if (count > 8) return `it has ${count} groups, and an address has eight`;
  if (form.includes("::")) return "with :: it may have seven groups at most";
  return `it has ${count} groups, and without :: an address has eight`;
}
