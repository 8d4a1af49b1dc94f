import { z } from "zod";

/** What a caller names a line or a request by; it comes back as it was. */
export const recordIdSchema = z.union([z.string(), z.number()], { error: "must be a string or a number" });
