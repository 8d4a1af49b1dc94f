import { ExplainIpError } from "../../src/errors.ts";
import type { CommandIo } from "../../src/surfaces/cli/command-io.ts";

/** A terminal that keeps what is written to it, with this standard input and these files. */
export function recordingIo(input: readonly string[] = [], files: Readonly<Record<string, string>> = {}) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const io: CommandIo = {
    print: (line) => void printed.push(line),
    complain: (line) => void complaints.push(line),
    async *inputLines() {
      yield* input;
    },
    readText: async (path) => {
      const text = files[path];
      if (text === undefined) throw new ExplainIpError("bad-input", `${path} could not be read.`, "Check the path.");
      return text;
    },
  };
  return { io, printed, complaints, records: () => printed.map((line): unknown => JSON.parse(line)) };
}
