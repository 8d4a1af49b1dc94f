import type { Source } from "../knowledge/source.ts";

/** Names one piece of evidence within one answer: `registry:100.64.0.0/10`, `fact:gke/pods`, `lookup:1`. */
export type EvidenceId = string;

export type EvidenceKind = "registry" | "computed" | "fact" | "article" | "lookup" | "question";

/** What a statement rests on. Everything a statement says must stand in the evidence it names. */
export type Evidence = {
  readonly id: EvidenceId;
  readonly kind: EvidenceKind;
  readonly statement: string;
  readonly sources: readonly Source[];
  /** ISO time, for what was seen in a live cluster. */
  readonly observedAt?: string;
  /** It comes from an organisation's overlay and stays with its own people. */
  readonly isPrivate?: true;
};
