import type { ClusterLookup, LookupResult } from "../../evidence/cluster-lookup.ts";
import type { Fact } from "../../knowledge/fact.ts";
import type { FlowKind } from "../../knowledge/flow.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Classification } from "../../network/classify.ts";
import type { Walk } from "../../path/walk.ts";
import type { WhatIf } from "../../path/what-if.ts";
import type { Question } from "../../question/question.ts";
import type { Reading } from "../../question/reading.ts";
import type { Subject } from "../../question/subject.ts";
import type { Candidate } from "./candidate.ts";
import type { RankedPassage } from "./rank-passages.ts";

/** A subject with the registry's verdict on its first address and, for a block, on what else lies in it. */
export type ClassifiedSubject = {
  readonly subject: Subject;
  readonly verdict: Classification;
  /** False when the block reaches beyond the row that decides on its first address. */
  readonly isUniform: boolean;
};

export type Observation = { readonly lookup: ClusterLookup; readonly result: LookupResult };

/** All that an answer is composed from. Nothing here is above the audience's data scope. */
export type Situation = {
  readonly question: Question;
  readonly reading: Reading;
  readonly knowledge: Knowledge;
  readonly subjects: readonly ClassifiedSubject[];
  /** Per subject, in the subjects' order, the best first. */
  readonly candidates: readonly (readonly Candidate[])[];
  /** Facts of the named products that bear on what is asked. */
  readonly facts: readonly Fact[];
  /** The sentences of the knowledge that fit the question, the best first. */
  readonly passages: readonly RankedPassage[];
  /** The flows that are asked about, followed; each stands for a drawing. */
  readonly walks: readonly Walk[];
  /** Those that the thread's own words name; the others only follow from its topics. */
  readonly spokenFlows: readonly FlowKind[];
  /** What changes that are asked about would do, each to one of the walks. */
  readonly whatIfs: readonly WhatIf[];
  readonly observations: readonly Observation[];
};
