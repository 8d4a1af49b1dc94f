import type { Subject } from "../../question/subject.ts";
import type { Situation } from "../select/situation.ts";

export type ClusterRole = "pod" | "service";

/** Words that name whose an address is, right before it: "the pod range 10.244.0.0/16", "ClusterIP (10.96.0.1)". */
const saysWhose =
  /\b(?:(pods?)|(services?|svc|cluster-?ips?))(?:'s?)?(?:[ -](?:ips?|address(?:es)?|ranges?|cidrs?|subnets?|networks?|is|are|in|of|from))*[\s:=(`"',]*$/i;

/** All of 10.0.0.0/8 as a pod range, as on GKE, tells no single address. */
const WIDEST_TELLING = 8;

const speaksOfService = /\bcluster-?ips?\b|\bservice (?:ip|address)/i;

/**
 * Whether a subject is a pod's or a Service's, by what is documented of the named products or by the words around it;
 * undefined where neither says so.
 */
export function roleOf(
  { candidates, subjects, reading: { text } }: Situation,
  subject: Subject,
): ClusterRole | undefined {
  const ranked = candidates[subjects.findIndex((one) => one.subject === subject)] ?? [];
  const [best] = ranked;
  const isTold = best?.certainty === "documented" && best.range.cidr.prefixLength > WIDEST_TELLING;
  const known = isTold ? best.range.role : undefined;
  if (known === "pod" || known === "service") return known;
  const at = text.indexOf(subject.written);
  const [said, pod] = at < 0 ? [] : (saysWhose.exec(text.slice(Math.max(0, at - 60), at)) ?? []);
  if (said) return pod ? "pod" : "service";
  const mayBeService = ranked.some(({ range }) => range.role === "service");
  return mayBeService && speaksOfService.test(text) ? "service" : undefined;
}
