import { ExplainIpError } from "../errors.ts";

/** What was thrown, for a log: kind and place. Not the message of a foreign error, which may quote what somebody wrote. */
export function describeBug(error: unknown): string {
  if (error instanceof ExplainIpError) return `${error.code}: ${error.message}`;
  if (!Error.isError(error)) return `a thrown ${typeof error}`;
  const frames = (error.stack ?? "").replace(error.message, "").split("\n");
  const place = frames.find((line) => /^\s+at /.test(line))?.trim();
  return place === undefined ? error.name : `${error.name} ${place}`;
}
