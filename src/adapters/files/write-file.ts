import { writeFileSync } from "node:fs";
import { ExplainIpError } from "../../errors.ts";

/** Writes a file that the user named, over one that is there; throws ExplainIpError `bad-input` where it cannot. */
export function writeFile(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    const why = Error.isError(error) ? error.message : String(error);
    const remedy = "Name a file in a folder that is there and in which you may write.";
    throw new ExplainIpError("bad-input", `${path} could not be written: ${why}.`, remedy, { cause: error });
  }
}
