import { z } from "zod";

/** Where a statement comes from, as it is printed. */
export const sourceSchema = z
  .object({
    url: z.string(),
    title: z.string(),
    locator: z.string(),
    kind: z.enum(["code", "vendor-docs", "standard", "observed"]),
    checkedOn: z.string().meta({ description: "YYYY-MM-DD, the day it was read." }),
    commit: z.string().optional(),
  })
  .meta({ id: "Source" });
