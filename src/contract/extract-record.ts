import { z } from "zod";
import { entityNamesSchema } from "./entity-names.ts";

/** One line of `extract`'s input. */
export const extractRequestSchema = z
  .object({ id: z.union([z.string(), z.number()]).optional(), text: z.string() })
  .meta({ id: "ExtractRequest" });

/** One line of `extract`'s output. */
export const extractRecordSchema = z
  .object({ id: z.union([z.string(), z.number()]).optional(), entities: entityNamesSchema })
  .meta({ id: "ExtractRecord" });
