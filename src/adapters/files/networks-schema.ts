import { z } from "zod";
import type { Fact } from "../../core/knowledge/fact.ts";
import type { Product } from "../../core/knowledge/product.ts";
import { formatCidr } from "../../core/network/cidr.ts";
import { cidrSchema } from "./network-schema.ts";
import { dateSchema } from "./source-schema.ts";
import { roleWords } from "./vocabulary.ts";

/** The product that an organisation's named networks become. */
export const OWN_NETWORKS = "own-networks";

const networkSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "An id is kebab-case: lower case letters, digits, hyphens" }),
  name: z.string().trim().min(1),
  cidrs: z.array(cidrSchema).min(1),
  role: z.enum(roleWords),
  url: z.url({ protocol: /^https$/, error: "Give the https URL of the page that records the network" }),
  checkedOn: dateSchema,
  note: z.string().trim().min(1).optional(),
});

/** An overlay's `networks.yaml`: an organisation's networks by name, each a private fact of one product. */
export const networksSchema = z.strictObject({ networks: z.array(networkSchema) }).transform(
  ({ networks }): Product => ({
    id: OWN_NETWORKS,
    name: "Your own networks",
    kind: "network-provider",
    aliases: [],
    buildsOn: [],
    facts: networks.map(toFact),
  }),
);

function toFact({ id, name, cidrs, role, url, checkedOn, note }: z.output<typeof networkSchema>): Fact {
  const verb = cidrs.length === 1 ? "is" : "are";
  return {
    id: `${OWN_NETWORKS}/${id}`,
    product: OWN_NETWORKS,
    statement: `${cidrs.map(formatCidr).join(", ")} ${verb} ${name}${note ? `: ${note}` : ""}`.replace(/[.]?$/, "."),
    claim: { type: "range", role, status: "default", cidrs },
    appliesTo: {},
    sources: [{ url, title: name, locator: cidrs.map(formatCidr).join(", "), kind: "observed", checkedOn }],
    visibility: "private",
  };
}
