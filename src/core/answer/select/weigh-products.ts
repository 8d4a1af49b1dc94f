import { type Knowledge, withFoundations } from "../../knowledge/knowledge.ts";
import type { Passage } from "../../knowledge/passage.ts";
import type { Reading } from "../../question/reading.ts";
import { speaksOfCluster } from "../../question/speaks-of-cluster.ts";
import { speaksOfContainers } from "../../question/speaks-of-containers.ts";
import { passageWeights as weights } from "./passage-weights.ts";

/**
 * What the products that the thread names are worth to a sentence, and those that own an address in it; undefined where it
 * is about one that the thread does not speak of. Plain Kubernetes is the ground most talk stands on: that it is spoken of
 * is a condition and no merit. So is Docker where containers are spoken of and no cluster.
 */
export function weighProducts(
  reading: Reading,
  knowledge: Knowledge,
  owners: readonly string[] = [],
): (passage: Passage) => number | undefined {
  const named = reading.products.map(({ product }) => product);
  const foundations = named.flatMap((product) => withFoundations(knowledge, product).map(({ id }) => id));
  const weighed = new Map<string, number>([
    ...[...foundations, ...owners].map((id): [string, number] => [id, weights.foundation]),
    ...named.map((id): [string, number] => [id, weights.named]),
  ]);
  if (weighed.has("kubernetes") || speaksOfCluster(reading)) weighed.set("kubernetes", 0);
  else if (speaksOfContainers(reading) && !weighed.has("docker")) weighed.set("docker", 0);
  return ({ about }) => {
    if (about.length === 0) return 0;
    let best: number | undefined;
    for (const product of about) {
      const weight = weighed.get(product);
      if (weight !== undefined && (best === undefined || weight > best)) best = weight;
    }
    return best;
  };
}
