import type { ClusterLookup, ClusterObject, LookupResult } from "../../evidence/cluster-lookup.ts";
import type { Evidence } from "../../evidence/evidence.ts";
import { type Piece, priorities } from "../piece.ts";
import type { Situation } from "../select/situation.ts";
import { listWords } from "./list-words.ts";

const MOST_OBJECTS = 3;

/** What the live cluster said. A cluster that did not answer is said too, since the reader would take silence for "not there". */
export function describeObservations({ observations }: Situation): Piece[] {
  return observations.flatMap(({ lookup, result }, i) => {
    const text = sayResult(lookup, result);
    if (text === undefined) return [];
    const evidence: Evidence = {
      id: `lookup:${i + 1}`,
      kind: "lookup",
      statement: text,
      sources: [],
      ...("observedAt" in result ? { observedAt: result.observedAt } : {}),
    };
    const priority = result.status === "found" ? priorities.observed : priorities.unanswered;
    return [{ slot: "detail" as const, priority, text, evidence: [evidence] }];
  });
}

function sayResult(lookup: ClusterLookup, result: LookupResult): string | undefined {
  const what = lookup.kind === "address-holder" ? `\`${lookup.address}\`` : `\`${lookup.name}.${lookup.namespace}\``;
  switch (result.status) {
    case "found":
      return `In the cluster, at ${sayTime(result.observedAt)}, ${what} belongs to ${sayObjects(result.objects)}.`;
    case "absent":
      return `The cluster knows no pod, Service or node for ${what} (${sayTime(result.observedAt)}).${result.caveat ? ` ${result.caveat}` : ""}`;
    case "unavailable":
      return `The cluster could not be asked about ${what}: ${result.reason}.`;
    case "skipped":
      return undefined;
  }
}

function sayObjects(objects: readonly ClusterObject[]): string {
  const named = objects.slice(0, MOST_OBJECTS).map(({ kind, namespace, name, holds, remarks }) => {
    const path = namespace ? `${namespace}/${name}` : name;
    const more = [...holds, ...remarks];
    return `${kind} \`${path}\`${more.length > 0 ? ` (${more.join(", ")})` : ""}`;
  });
  const more = objects.length - named.length;
  return listWords(more > 0 ? [...named, `${more} more`] : named);
}

function sayTime(iso: string): string {
  return `${iso.slice(0, 16).replace("T", " ")} UTC`;
}
