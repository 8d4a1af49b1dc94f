import { z } from "zod";
import type { Source } from "../../core/knowledge/source.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** YAML reads an unquoted 2026-11-23 as text in its core schema; a day that does not exist is refused. */
export const dateSchema = z.iso.date({ error: "A date is written YYYY-MM-DD" });

export const sourceSchema = z
  .strictObject({
    url: z.url({ protocol: /^https$/, error: "A source has an https URL" }),
    title: z.string().min(1),
    locator: z.string().min(1),
    kind: z.enum(["code", "vendor-docs", "standard", "observed"]),
    checkedOn: dateSchema,
    commit: z.string().optional(),
  })
  .transform((source): Source => withoutUndefined(source));
