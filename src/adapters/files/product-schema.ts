import { z } from "zod";
import type { Claim, Fact } from "../../core/knowledge/fact.ts";
import type { Product } from "../../core/knowledge/product.ts";
import { conditionsSchema } from "./conditions-schema.ts";
import { addressSchema, cidrSchema } from "./network-schema.ts";
import { sourceSchema } from "./source-schema.ts";
import { flowWords, hopPlaceWords, productKindWords, roleWords } from "./vocabulary.ts";
import { withoutUndefined } from "./without-undefined.ts";

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "An id is kebab-case: lower case letters, digits, hyphens" });
const status = z.enum(["default", "fixed", "reserved", "example", "former"]);
const fate = z.enum(["kept", "rewritten"]);

const rangeClaim = z
  .strictObject({
    type: z.literal("range"),
    role: z.enum(roleWords),
    status,
    cidrs: z.array(cidrSchema),
    rule: z.string().min(1).optional(),
    perNode: z.int().min(1).max(128).optional(),
  })
  .refine((claim) => claim.cidrs.length > 0 || claim.rule !== undefined, {
    error: "A range names its `cidrs`, or a `rule` that it follows",
  });

const addressClaim = z.strictObject({
  type: z.literal("address"),
  role: z.enum(roleWords),
  status: status.default("fixed"),
  addresses: z.array(addressSchema).min(1),
});

const behaviourClaim = z.strictObject({
  type: z.literal("behaviour"),
  flow: z.enum(flowWords),
  alsoFor: z.array(z.enum(flowWords)).min(1).optional(),
  when: z.string().min(1).optional(),
  at: z.enum(hopPlaceWords).optional(),
  under: conditionsSchema.optional(),
  usual: z.boolean().optional(),
  clientIn: z.array(z.string().min(1)).min(1).optional(),
  source: fate,
  sourceBecomes: z.enum(roleWords).optional(),
  destination: fate,
  destinationBecomes: z.enum(roleWords).optional(),
});

const claimSchema = z
  .discriminatedUnion("type", [rangeClaim, addressClaim, behaviourClaim], {
    error: "A claim has a `type`: range, address or behaviour",
  })
  .transform((claim): Claim => withoutUndefined(claim));

/** A bare 1.30 is the number 1.3 to YAML, which is another version. */
const version = z.string({ error: 'A version is text; put it in quotes, as in "1.30"' }).min(1);

const factFields = {
  id,
  statement: z.string().trim().min(1),
  claim: claimSchema,
  configurableBy: z
    .strictObject({ option: z.string().min(1), when: z.enum(["creation", "any-time", "never"]) })
    .optional(),
  appliesTo: z
    .strictObject({ since: version.optional(), until: version.optional(), note: z.string().optional() })
    .transform((range) => withoutUndefined(range))
    .default({}),
  sources: z.array(sourceSchema),
  notes: z.string().optional(),
};
const factSchema = z.strictObject(factFields);

/** An overlay may put a fact of its own in a public one's place, and only by saying so. */
const overlayFactSchema = z.strictObject({
  ...factFields,
  overrides: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, { error: "It names a public fact as product/fact" })
    .optional(),
});

const productFields = {
  id,
  name: z.string().min(1),
  kind: z.enum(productKindWords),
  aliases: z
    .array(
      z
        .string()
        .regex(/[\p{L}\p{N}]/u, { error: "An alias has letters or digits" })
        .toLowerCase(),
    )
    .default([]),
  ordinaryName: z.boolean().default(false),
  buildsOn: z.array(id).default([]),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
};

/** `knowledge/products/<id>.yaml`, as knowledge/FORMAT.md describes it. Facts come out with their full ids. */
export const productSchema = z
  .strictObject({ ...productFields, facts: z.array(factSchema) })
  .transform((file): Product => toProduct(file, "public"));

/** The same in an overlay: its facts are private. */
export const overlayProductSchema = z
  .strictObject({ ...productFields, facts: z.array(overlayFactSchema) })
  .transform((file): Product => toProduct(file, "private"));

type ProductFile = Omit<Product, "facts"> & { readonly facts: readonly z.output<typeof overlayFactSchema>[] };

function toProduct({ facts, ordinaryName, ...file }: ProductFile, visibility: Fact["visibility"]): Product {
  const { id, name, kind, aliases, buildsOn } = file;
  const named = { id, name, kind, aliases, buildsOn, ...(ordinaryName ? { ordinaryName } : {}) };
  return { ...named, facts: facts.map((fact) => toFact(id, fact, visibility)) };
}

function toFact(
  product: string,
  { notes: _notes, configurableBy, overrides, ...fact }: ProductFile["facts"][number],
  visibility: Fact["visibility"],
): Fact {
  return {
    ...fact,
    id: `${product}/${fact.id}`,
    product,
    statement: fact.statement.replace(/\s+/g, " "),
    ...(configurableBy ? { configurableBy } : {}),
    ...(overrides ? { overrides } : {}),
    visibility,
  };
}
