import { z } from "zod";
import { recordIdSchema } from "./record-id.ts";

/**
 * What stands in the place of an answer that could not be given: a line of `batch`, `extract` or `classify`, or the body of every
 * HTTP answer with a status of 400 or more.
 */
export const errorRecordSchema = z
  .object({
    id: recordIdSchema.optional(),
    error: z.object({
      code: z.string().meta({ description: "Stable, for programs: bad-input, body-too-large, internal …" }),
      message: z.string().meta({ description: "For people: what, where and what to do about it." }),
    }),
  })
  .meta({ id: "ErrorRecord", description: "What could not be answered, and why." });

export type ErrorRecord = z.infer<typeof errorRecordSchema>;
