import { z } from "zod";
import { entityNamesSchema } from "./entity-names.ts";
import { recordIdSchema } from "./record-id.ts";

/** One line of `extract`'s input. */
export const extractRequestSchema = z
  .object(
    { id: recordIdSchema.optional(), text: z.string({ error: "must be a text" }) },
    { error: "must be a JSON object" },
  )
  .meta({ id: "ExtractRequest" });

/** One line of `extract`'s output. */
export const extractRecordSchema = z
  .object({ id: recordIdSchema.optional(), entities: entityNamesSchema })
  .meta({ id: "ExtractRecord" });
