import { z } from "zod";
import { formatCidr } from "../core/network/cidr.ts";
import type { Overlap } from "../core/network/overlap.ts";
import type { BlockSuggestion } from "../core/network/suggest-block.ts";

/** What `overlap --json` prints. */
export const overlapRecordSchema = z
  .object({
    overlaps: z.array(
      z.object({
        cidr: z.string().meta({ description: "One of the given blocks." }),
        kind: z.enum(["equal", "contains", "inside"]).meta({ description: "How it lies to the other block." }),
        other: z.string(),
        shared: z.string().meta({ description: "The smaller of the two." }),
        product: z.string().nullable().meta({ description: "Whose the other block is; null for a given one." }),
        role: z.string().nullable(),
        fact: z.string().nullable(),
        consequence: z.string(),
      }),
    ),
    suggestion: z
      .object({
        cidr: z.string().meta({ description: "A private block that overlaps with none of the given ones." }),
        inside: z.array(z.string()).meta({ description: "Facts whose wide ranges it could not keep clear of." }),
      })
      .nullable(),
  })
  .meta({ id: "OverlapRecord" });

/** The overlaps, and a block to use instead, as they are printed. */
export function toOverlapRecord(
  overlaps: readonly Overlap[],
  suggestion: BlockSuggestion | undefined,
): z.infer<typeof overlapRecordSchema> {
  return {
    overlaps: overlaps.map(({ cidr, kind, other, shared, known, consequence }) => ({
      cidr: formatCidr(cidr),
      kind,
      other: formatCidr(other),
      shared: formatCidr(shared),
      product: known?.product ?? null,
      role: known?.role ?? null,
      fact: known?.factId ?? null,
      consequence,
    })),
    suggestion: suggestion
      ? { cidr: formatCidr(suggestion.cidr), inside: suggestion.inside.map(({ factId }) => factId) }
      : null,
  };
}
