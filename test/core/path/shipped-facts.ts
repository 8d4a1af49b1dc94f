import { fileURLToPath } from "node:url";
import { loadKnowledge } from "../../../src/adapters/files/load-knowledge.ts";
import type { Fact } from "../../../src/core/knowledge/fact.ts";
import { gatherFacts } from "../../../src/core/path/gather-facts.ts";

const folder = fileURLToPath(new URL("../../../knowledge/", import.meta.url));
const { knowledge } = loadKnowledge(folder, "2999-01-01");

/** The facts that ship, as a walk gets them where these products are named. */
export function shippedFacts(...products: readonly string[]): readonly Fact[] {
  return gatherFacts(knowledge, products);
}

export const allProducts: readonly string[] = [...knowledge.products.keys()];
