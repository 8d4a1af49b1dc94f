import type { LookupResult } from "../../core/evidence/cluster-lookup.ts";
import { type ClusterFailure, type FailureKind, type Reply, sayFailures } from "./cluster-failure.ts";
import type { Sighting } from "./sighting.ts";

/** Failures that will be the same at the next look; what else could be read is then still worth telling. */
const lasting: ReadonlySet<FailureKind> = new Set(["refused", "missing", "not-selectable"]);

/**
 * One result from what was seen of each kind of object. Whatever was found counts, even where another list failed. "Absent" is
 * said only if something was looked at and nothing failed that a second look would get: a list that the account may not read
 * becomes a caveat, a time-out makes the whole lookup unavailable.
 */
export function concludeLookup(replies: readonly Reply<Sighting>[], observedAt: string): LookupResult {
  const seen = replies.flatMap((reply) => (reply.ok ? [reply.value] : []));
  const failures = replies.flatMap((reply) => (reply.ok ? [] : [reply.failure]));
  const objects = seen.flatMap((sighting) => sighting.objects);
  if (objects.length > 0) return { status: "found", objects, observedAt };
  const passing = failures.filter(({ kind }) => !lasting.has(kind));
  if (passing.length > 0) return { status: "unavailable", reason: sayFailures(passing) };
  if (seen.length === 0) return { status: "unavailable", reason: sayFailures(failures) };
  const caveat = [...seen.flatMap(({ caveats }) => caveats), ...caveatOfGaps(failures)].join(" ");
  return { status: "absent", observedAt, ...(caveat ? { caveat } : {}) };
}

function caveatOfGaps(failures: readonly ClusterFailure[]): string[] {
  return failures.length === 0 ? [] : [`Not everything could be looked at: ${sayFailures(failures)}.`];
}
