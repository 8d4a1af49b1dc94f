import type { Situation } from "../select/situation.ts";
import { sentencesOf } from "./sentences.ts";

const client =
  /\b(?:client|visitor|user|caller|real|actual|original|true|remote|public|source)(?:'?s'?)? (?:source )?(?:ips?|address(?:es)?)\b|\bx-forwarded-for\b|\bx-real-ip\b|\bproxy protocol\b/i;
const wish =
  /\b(?:how|what (?:do|should|must|to|can)|need|want|should|keep|preserve|see|get|log|can (?:i|we)|would like|trying)\b/i;

/** Whether somebody wants to see who really calls, as opposed to wondering why it is not seen or what an address is. */
export function wantsClientAddress({ reading }: Situation): boolean {
  const isTopic = reading.topics.some(({ topic }) => topic === "client-address-lost" || topic === "proxy-headers");
  return isTopic && sentencesOf(reading.text).some((sentence) => client.test(sentence) && wish.test(sentence));
}
