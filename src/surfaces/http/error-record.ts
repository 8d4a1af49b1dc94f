import { z } from "zod";

/** The body of every answer with a status of 400 or more. */
export const errorRecordSchema = z
  .object({
    error: z.object({
      code: z.string().meta({ description: "Stable, for programs: bad-input, body-too-large, internal …" }),
      message: z.string().meta({ description: "For people: what, where and what to do about it." }),
    }),
  })
  .meta({ id: "ErrorRecord" });

export type ErrorRecord = z.infer<typeof errorRecordSchema>;
