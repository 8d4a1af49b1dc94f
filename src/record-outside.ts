import type { World } from "./answer-question.ts";
import type { Said } from "./contract/golden-case.ts";
import type { RephraseResult } from "./core/answer/rephrase/accept-rephrasing.ts";
import type { LookupResult } from "./core/evidence/cluster-lookup.ts";

/** What of the world lies outside this process. */
export type Outside = Pick<World, "lookUpCluster" | "rephrase">;

/** Lets the cluster and the model answer one question as ever, and keeps what they said to it. */
export function recordOutside() {
  let lookups: readonly LookupResult[] = [];
  let rephrasing: RephraseResult | undefined;
  const around = ({ lookUpCluster, rephrase }: Outside): Outside => ({
    ...(lookUpCluster && {
      lookUpCluster: async (asked) => {
        lookups = await lookUpCluster(asked);
        return lookups;
      },
    }),
    ...(rephrase && {
      rephrase: async (plain, language) => {
        rephrasing = await rephrase(plain, language);
        return rephrasing;
      },
    }),
  });
  // A model that failed has left no trace in the answer.
  const said = (): Said => ({ lookups, ...(rephrasing?.status === "rephrased" ? { rephrasing } : {}) });
  return { around, said };
}
