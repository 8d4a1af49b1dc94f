import { z } from "zod";
import type { Fact } from "../core/knowledge/fact.ts";
import type { RangeFact } from "../core/knowledge/knowledge.ts";
import type { Product } from "../core/knowledge/product.ts";
import { formatAddress } from "../core/network/address.ts";
import { formatCidr } from "../core/network/cidr.ts";
import { sourceSchema } from "./source-record.ts";

const appliesToSchema = z.object({
  since: z.string().optional(),
  until: z.string().optional(),
  note: z.string().optional(),
});
const settingSchema = z.object({ option: z.string(), when: z.enum(["creation", "any-time", "never"]) }).nullable();

/** A fact as `knowledge list --json` and `knowledge show` print it. */
export const factRecordSchema = z
  .object({
    fact: z.string(),
    statement: z.string(),
    type: z.enum(["range", "address", "behaviour"]),
    role: z.string().nullable(),
    status: z.string().nullable(),
    cidrs: z.array(z.string()),
    addresses: z.array(z.string()),
    flow: z.string().optional(),
    configurableBy: settingSchema,
    appliesTo: appliesToSchema,
    sources: z.array(sourceSchema),
  })
  .meta({ id: "FactRecord" });

/** A product as `knowledge list --json` and `knowledge show` print it. */
export const productRecordSchema = z
  .object({
    product: z.string(),
    name: z.string(),
    aliases: z.array(z.string()),
    kind: z.string(),
    buildsOn: z.array(z.string()),
    facts: z.array(factRecordSchema),
  })
  .meta({ id: "ProductRecord" });

/** What `knowledge list --json` prints. */
export const productListSchema = z.array(productRecordSchema);

/** One hit of `knowledge find ADDRESS --json`. */
export const foundFactRecordSchema = z
  .object({
    fact: z.string(),
    product: z.string(),
    role: z.string(),
    cidr: z.string(),
    statement: z.string(),
    configurableBy: settingSchema,
    appliesTo: appliesToSchema,
    sources: z.array(sourceSchema),
  })
  .meta({ id: "FoundFactRecord" });

/** What `knowledge find ADDRESS --json` prints, the most specific block first. */
export const foundFactListSchema = z.array(foundFactRecordSchema);

export function toFactRecord(fact: Fact): z.infer<typeof factRecordSchema> {
  const { claim } = fact;
  return {
    fact: fact.id,
    statement: fact.statement,
    type: claim.type,
    role: claim.type === "behaviour" ? null : claim.role,
    status: claim.type === "behaviour" ? null : claim.status,
    cidrs: claim.type === "range" ? claim.cidrs.map(formatCidr) : [],
    addresses: claim.type === "address" ? claim.addresses.map(formatAddress) : [],
    ...(claim.type === "behaviour" ? { flow: claim.flow } : {}),
    ...common(fact),
  };
}

export function toProductRecord(product: Product): z.infer<typeof productRecordSchema> {
  return {
    product: product.id,
    name: product.name,
    aliases: [...product.aliases],
    kind: product.kind,
    buildsOn: [...product.buildsOn],
    facts: product.facts.map(toFactRecord),
  };
}

export function toFoundFactRecord({ fact, cidr, role }: RangeFact): z.infer<typeof foundFactRecordSchema> {
  return {
    fact: fact.id,
    product: fact.product,
    role,
    cidr: formatCidr(cidr),
    statement: fact.statement,
    ...common(fact),
  };
}

function common({ configurableBy, appliesTo, sources }: Fact) {
  return {
    configurableBy: configurableBy ?? null,
    appliesTo: { ...appliesTo },
    sources: sources.map((source) => ({ ...source })),
  };
}
