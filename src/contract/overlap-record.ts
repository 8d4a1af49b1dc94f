import { z } from "zod";
import type { Cidr } from "../core/network/cidr.ts";
import { formatCidr } from "../core/network/cidr.ts";
import type { Overlap } from "../core/network/overlap.ts";

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
    free: z.string().nullable().meta({ description: "A private block that overlaps with none of these." }),
  })
  .meta({ id: "OverlapRecord" });

/** The overlaps, and a block that is free of them all, as they are printed. */
export function toOverlapRecord(
  overlaps: readonly Overlap[],
  free: Cidr | undefined,
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
    free: free ? formatCidr(free) : null,
  };
}
