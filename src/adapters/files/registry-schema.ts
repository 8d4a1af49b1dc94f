import { z } from "zod";
import type { RegistryRow } from "../../core/network/registry.ts";
import { cidrSchema } from "./network-schema.ts";
import { dateSchema } from "./source-schema.ts";
import { scopeWords } from "./vocabulary.ts";

/** The registries write N/A where a question does not apply; here that is null. */
const answer = z.boolean().nullable();

const rowSchema = z.strictObject({
  cidrs: z.array(cidrSchema).min(1),
  name: z.string().min(1),
  scope: z.enum(scopeWords),
  rfcs: z.array(z.string()),
  reference: z.string(),
  allocated: z.string().nullable(),
  terminated: z.string().nullable(),
  source: answer,
  destination: answer,
  forwardable: answer,
  globallyReachable: answer,
  reservedByProtocol: answer,
});

/** `knowledge/registries/*.yaml`: the rows of one registry, one for each block. */
export const registrySchema = z
  .strictObject({
    registry: z.string().min(1),
    url: z.url(),
    lastUpdated: dateSchema.nullable(),
    checkedOn: dateSchema,
    rows: z.array(rowSchema),
    ipv6Scopes: z.unknown().optional(),
  })
  .transform(({ registry: title, url, lastUpdated, checkedOn, rows }): RegistryRow[] => {
    const document = { title, url, lastUpdated, checkedOn };
    return rows.flatMap(({ cidrs, ...row }) => cidrs.map((cidr) => ({ cidr, ...row, registry: document })));
  });
