import type { FlowKind } from "../../knowledge/flow.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { NetworkRole } from "../../knowledge/network-role.ts";
import type { Cidr } from "../../network/cidr.ts";
import { explainSource } from "../../path/explain-source.ts";
import { gatherFacts } from "../../path/gather-facts.ts";
import { locateParty } from "../../path/locate-party.ts";
import { recogniseFlows } from "../../path/recognise-flow.ts";
import { recogniseSeen } from "../../path/recognise-seen.ts";
import { recogniseSettings } from "../../path/recognise-settings.ts";
import type { Walk } from "../../path/walk.ts";
import { type WhatIf, whatIf } from "../../path/what-if.ts";
import type { Question } from "../../question/question.ts";
import type { Reading } from "../../question/reading.ts";
import { speaksOfCluster } from "../../question/speaks-of-cluster.ts";
import type { Subject } from "../../question/subject.ts";
import type { Topic } from "../../question/topic.ts";
import type { Candidate } from "./candidate.ts";

export type SelectedWalks = {
  readonly walks: readonly Walk[];
  readonly spokenFlows: readonly FlowKind[];
  readonly whatIfs: readonly WhatIf[];
};

const MOST_WALKS = 2;

/** Where the receiver is outside, an address that is told is mostly that of the sender. */
const outward: ReadonlySet<FlowKind> = new Set(["pod-to-internet", "pod-to-vpc", "container-to-internet"]);

/**
 * The flows a thread asks about, followed under the facts of the products it names, or of plain Kubernetes. `seen` is the
 * best candidate of each subject, in their order.
 */
export function selectWalks(
  question: Question,
  reading: Reading,
  knowledge: Knowledge,
  best: readonly (Candidate | undefined)[],
): SelectedWalks {
  const texts = [
    question.text,
    ...question.thread
      .filter(({ fromBot }) => !fromBot)
      .map(({ text }) => text)
      .toReversed(),
  ];
  const { said: told, asked } = recogniseSettings(texts);
  const said = { ...told, nonMasqueraded: exceptedBlocks(reading) };
  const named = reading.products.map(({ product }) => product);
  const facts = gatherFacts(knowledge, speaksOfCluster(reading) ? [...named, "kubernetes"] : named);
  const [subject] = reading.subjects;
  const toldSeen = recogniseSeen(texts);
  const towards = reading.subjects.find(({ direction, kind }) => direction === "destination" && kind === "address");
  const flows = recogniseFlows(topicsOf(reading), texts);
  const walks = flows
    .flatMap(
      ({ flow }) =>
        explainSource(flow, said, facts, {
          seen: seenIn(flow, best[0]) ?? toldSeen,
          towards: towards?.block.address,
        }) ?? [],
    )
    .slice(0, MOST_WALKS)
    .map((walk) => withAddress(walk, subject, best[0]));
  const changes = Object.keys(asked).length > 0;
  const spokenFlows = flows.flatMap(({ flow, isSpoken }) => (isSpoken ? [flow] : []));
  return { walks, spokenFlows, whatIfs: changes ? walks.slice(0, 1).map((walk) => whatIf(walk, asked)) : [] };
}

/** The blocks in a thread that speaks of exceptions from masquerading. */
function exceptedBlocks({ text, subjects }: Reading): readonly Cidr[] {
  const speaksOfThem = /non-?masquerade-?cidrs|exclude_snat_cidrs|native-?routing-?cidr/i.test(text);
  return speaksOfThem ? subjects.filter(({ kind }) => kind === "block").map(({ block }) => block) : [];
}

/** A client from outside does not come by way of a pod. */
function topicsOf({ topics }: Reading): readonly Topic[] {
  const all = topics.map(({ topic }) => topic);
  return all.includes("client-address-lost")
    ? all.filter((topic) => topic !== "why-source" && topic !== "how-it-works")
    : all;
}

/** The role that a walk's receiver must see, where it is known whose address was told. */
function seenIn(flow: FlowKind, best: Candidate | undefined): NetworkRole | undefined {
  if (best?.certainty !== "documented" || best.range.role === "service") return undefined;
  return outward.has(flow) && best.range.role === "pod" ? undefined : best.range.role;
}

/** Puts the address that the thread tells where the walk has a source of that role. */
function withAddress(walk: Walk, subject: Subject | undefined, best: Candidate | undefined): Walk {
  const isSeen = subject?.kind === "address" && best?.range.role === walk.receiverSees.role;
  return isSeen ? locateParty(walk, walk.receiverSees, subject.block.address) : walk;
}
