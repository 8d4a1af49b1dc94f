import type { Code } from "../../../../src/core/answer/advise/advice.ts";

/** The text to paste, whichever form it has. */
export function codeOf(code: Code | undefined): string {
  if (code === undefined) return "";
  return "command" in code ? code.command : code.snippet.text;
}
