import { z } from "zod";

/** One thing `doctor` looked at: fine, switched off on purpose, or broken with what to do about it. */
export const diagnosisSchema = z
  .object({ name: z.string(), state: z.enum(["ok", "off", "broken"]), detail: z.string() })
  .readonly()
  .meta({ id: "Diagnosis" });

export type Diagnosis = z.infer<typeof diagnosisSchema>;
