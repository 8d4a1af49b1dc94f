import { z } from "zod";
import type { Entities } from "../core/question/entities.ts";
import { toCanonicalEntities } from "../core/question/to-canonical-entities.ts";

/** What a text names, in canonical form, each once, in order of appearance. */
export const entityNamesSchema = z
  .object({
    addresses: z.array(z.string()),
    cidrs: z.array(z.string()),
    ranges: z.array(z.string()).meta({ description: "first-last, as in 10.0.0.5-10.0.0.20" }),
    hostnames: z.array(z.string()),
    products: z.array(z.string()).meta({ description: "Product ids, see `knowledge list`." }),
  })
  .meta({ id: "EntityNames" });

export type EntityNames = z.infer<typeof entityNamesSchema>;

/** The canonical names of entities and products. */
export function toEntityNames(entities: Entities, products: readonly string[]): EntityNames {
  const { addresses, cidrs, ranges, hostnames } = toCanonicalEntities(entities);
  return {
    addresses: [...addresses],
    cidrs: [...cidrs],
    ranges: [...ranges],
    hostnames: [...hostnames],
    products: [...new Set(products)],
  };
}
