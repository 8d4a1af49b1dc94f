import { mergeBlocks } from "../../../network/address-set.ts";
import { formatCidr } from "../../../network/cidr.ts";
import { extentOf } from "../../../question/subject.ts";
import type { Situation } from "../../select/situation.ts";
import type { Advice } from "../advice.ts";
import { documentedForm } from "../documented-form.ts";
import { roleOf } from "../role-of.ts";
import { names, sentencesOf } from "../sentences.ts";

const MOST_RANGES = 4;
/** The agent of Azure and that of Cilium have a ConfigMap or options of their own. */
const otherAgent = /\bazure-ip-?masq|\baks\b|\bcilium\b/i;
const isAgent = /\bip-?masq(?:uerade)?-?agent\b|\bnonmasqueradecidrs\b/i;
const wish = /\b(?:how|what (?:do|should|must|to)|need|want|should|can (?:i|we)|would like|trying|example)\b/i;
const keep =
  /\b(?:keeps?|preserve|without|disable|stop|avoid|no|not|don't)\b.{0,40}\b(?:s?nat(?:ted)?|masquerad\w*|source|ips?|address(?:es)?)\b|\bnon-?masquerad/i;

/** The ConfigMap of ip-masq-agent for networks towards which pods are to keep their address. */
export function adviseMasquerade(situation: Situation): Advice | undefined {
  const { reading, subjects, knowledge } = situation;
  const asking = sentencesOf(reading.text).filter((sentence) => keep.test(sentence) && wish.test(sentence));
  if (!isAgent.test(reading.text) || otherAgent.test(reading.text) || asking.length === 0) return undefined;
  const blocks = subjects
    .map(({ subject }) => subject)
    .filter(({ kind, written }) => kind === "block" && written.includes("/"));
  const towards = blocks.filter(
    (subject) =>
      roleOf(situation, subject) === undefined && asking.some((sentence) => names(sentence, subject.written)),
  );
  const pods = blocks.filter((subject) => roleOf(situation, subject) === "pod");
  const cidrs = mergeBlocks([...towards, ...pods].map(extentOf)).map(formatCidr);
  const documented = documentedForm(knowledge, [
    "ip-masq-agent/masquerade",
    "ip-masq-agent/kept",
    "ip-masq-agent-config#kube-system",
  ]);
  if (towards.length === 0 || cidrs.length > MOST_RANGES || !documented) return undefined;
  return {
    text: "The list replaces the default one, so it names the pod range too; those networks need a route back to the pods:",
    code: { snippet: { language: "yaml", text: configMap([...cidrs, ...(pods.length === 0 ? ["POD_RANGE"] : [])]) } },
    sets: ["nonMasqueradeCIDRs", "ip-masq-agent", "kube-system"],
    values: `Addresses to keep, by the question: ${cidrs.join(", ")}.`,
    documented,
  };
}

function configMap(ranges: readonly string[]): string {
  return [
    "apiVersion: v1",
    "kind: ConfigMap",
    "metadata: {name: ip-masq-agent, namespace: kube-system}",
    "data:",
    "  config: |",
    "    nonMasqueradeCIDRs:",
    ...ranges.map((range) => `      - ${range}`),
  ].join("\n");
}
