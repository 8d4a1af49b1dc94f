import type { Notes } from "./notes.ts";

/** The normalised text that is being read, and what was noted so far. */
export type Reading = { readonly text: string; readonly notes: Notes };
