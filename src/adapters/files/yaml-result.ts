import type { FileProblem } from "./file-problem.ts";

/** What was read, or everything that is wrong with it. */
export type YamlResult<T> = { readonly value: T } | { readonly problems: readonly FileProblem[] };
