/** One thing wrong with a knowledge file, as a person can find and mend it. `line` counts from 1. */
export type FileProblem = {
  readonly file: string;
  readonly line?: number;
  /** The place inside the document, as in `facts[2].claim.cidrs[0]`. */
  readonly where?: string;
  readonly value?: string;
  readonly problem: string;
  readonly remedy: string;
  /** See KnowledgeProblem. */
  readonly onlyForReview?: true;
};

/** `knowledge/products/gke.yaml:12 facts[0].claim.role "pods": … Remedy: …` */
export function formatFileProblem(found: FileProblem): string {
  const place = found.line === undefined ? found.file : `${found.file}:${found.line}`;
  const where = found.where ? ` ${found.where}` : "";
  const value = found.value === undefined ? "" : ` (${found.value})`;
  return `${place}${where}${value}: ${found.problem} ${found.remedy}`;
}
