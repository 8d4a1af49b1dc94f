import { z } from "zod";
import { formatAddress } from "../core/network/address.ts";
import { addressScopes } from "../core/network/address-scope.ts";
import { formatCidr } from "../core/network/cidr.ts";
import type { Classification } from "../core/network/classify.ts";
import type { EmbeddedAddress } from "../core/network/embedded-address.ts";

/** One verdict of `classify`. Nulls stand where no registry row decides, or where the registry says N/A. */
export const scopeRecordSchema = z
  .object({
    address: z.string(),
    scope: z
      .string()
      .refine((scope) => Object.hasOwn(addressScopes, scope))
      .meta({ enum: Object.keys(addressScopes) }),
    prefix: z.string().nullable().meta({ description: "The block of the registry row that decided." }),
    name: z.string().nullable(),
    rfc: z.string().nullable().meta({ description: "The RFCs the row cites, separated by commas." }),
    globallyReachable: z.boolean().nullable(),
    multicastScope: z.string().optional(),
    embeds: z
      .object({ kind: z.string(), address: z.string(), server: z.string().optional(), port: z.int().optional() })
      .optional(),
  })
  .meta({ id: "ScopeRecord" });

export type ScopeRecord = z.infer<typeof scopeRecordSchema>;

/** A verdict as it is printed. */
export function toScopeRecord(verdict: Classification): ScopeRecord {
  const { address, scope, decidedBy, globallyReachable, embeds, multicastScope } = verdict;
  return {
    address: formatAddress(address),
    scope,
    prefix: decidedBy ? formatCidr(decidedBy.cidr) : null,
    name: decidedBy?.name ?? null,
    rfc: decidedBy ? decidedBy.rfcs.join(", ") : null,
    globallyReachable,
    ...(multicastScope ? { multicastScope } : {}),
    ...(embeds ? { embeds: toEmbedsRecord(embeds) } : {}),
  };
}

function toEmbedsRecord({ kind, address, server, port }: EmbeddedAddress): NonNullable<ScopeRecord["embeds"]> {
  return {
    kind,
    address: formatAddress(address),
    ...(server ? { server: formatAddress(server) } : {}),
    ...(port === undefined ? {} : { port }),
  };
}
