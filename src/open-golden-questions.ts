import { readGoldenFolder } from "./adapters/files/read-golden-folder.ts";
import { goldenCaseSchema } from "./contract/golden-case.ts";
import { readContract } from "./contract/read-contract.ts";
import type { Answer } from "./core/answer/answer.ts";
import type { Knowledge } from "./core/knowledge/knowledge.ts";
import { buildView } from "./core/knowledge/knowledge-view.ts";
import { ExplainIpError } from "./errors.ts";
import { replayGoldenCase } from "./replay-golden-case.ts";

/**
 * Reads the golden cases of a folder, and answers each with whatever knowledge is given, by its id. Throws ExplainIpError
 * `bad-input` for a case that cannot be read, which would otherwise pass for one that has not changed.
 */
export function openGoldenQuestions(folder: string) {
  const cases = readGoldenFolder(folder).map(({ id, file, data }) => ({ id, golden: readCase(file, data) }));
  return {
    folder,
    count: cases.length,
    async answer(knowledge: Knowledge): Promise<ReadonlyMap<string, Answer>> {
      const view = buildView(knowledge);
      return new Map(
        await Promise.all(cases.map(async ({ id, golden }) => [id, await replayGoldenCase(id, golden, view)] as const)),
      );
    },
  };
}

function readCase(file: string, data: unknown) {
  try {
    return readContract(goldenCaseSchema, data);
  } catch (error) {
    if (!(error instanceof ExplainIpError)) throw error;
    const remedy = '`explain-ip "<question>" --save FOLDER` shows what a golden case looks like.';
    throw new ExplainIpError("bad-input", `${file}: ${error.message}`, remedy, { cause: error });
  }
}
