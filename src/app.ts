import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { requireFreshFolder, writeNewFolder } from "./adapters/files/write-new-folder.ts";
import { type Asker, answerRequestsOf } from "./answer-request.ts";
import {
  buildExplainer,
  goldenFolder,
  knowledgeFolderOf,
  requireKnowledge,
  reviewKnowledge,
  today,
} from "./build-explainer.ts";
import type { Config } from "./config.ts";
import { toGoldenCase } from "./contract/golden-case.ts";
import { recogniseProducts } from "./core/question/recognise-products.ts";
import { createLogger, toLog } from "./create-log.ts";
import { diagnose } from "./diagnose.ts";
import { ExplainIpError } from "./errors.ts";
import { openGoldenQuestions } from "./open-golden-questions.ts";
import { recordOutside } from "./record-outside.ts";
import { drawingSaves } from "./save-drawing.ts";
import { serve } from "./serve.ts";
import type { Command, ExplainCommand, KnowledgeCommand } from "./surfaces/cli/command.ts";
import type { CommandIo } from "./surfaces/cli/command-io.ts";
import { helpText } from "./surfaces/cli/help-text.ts";
import { runDoctor } from "./surfaces/cli/run-doctor.ts";
import { type Explain, runExplain, type Save } from "./surfaces/cli/run-explain.ts";
import { runKnowledge } from "./surfaces/cli/run-knowledge.ts";
import { runBatch, runClassify, runExtract } from "./surfaces/cli/run-lines.ts";
import { runOverlap } from "./surfaces/cli/run-overlap.ts";
import { goldenFiles, sayWhatWasSaved } from "./surfaces/cli/save-golden-case.ts";

/**
 * The composition root: runs one command with everything it needs, and resolves to the exit code. The configuration is
 * read only by commands that need it, so that `help` works whatever is set.
 */
export async function runCommand(
  command: Command,
  config: () => Config,
  io: CommandIo,
  untilStopped: () => Promise<string>,
): Promise<number> {
  switch (command.name) {
    case "help":
      await io.print(helpText);
      return 0;
    case "version":
      await io.print(version());
      return 0;
    case "explain":
      await explain(command, config(), io);
      return 0;
    case "batch":
      await runBatch(io, await explainLocally(config()));
      return 0;
    case "extract":
      await extract(config(), io);
      return 0;
    case "classify":
      await runClassify(io, requireKnowledge(config()).registry);
      return 0;
    case "overlap":
      await runOverlap(command.cidrs, command.json, io, requireKnowledge(config()));
      return 0;
    case "knowledge":
      await runKnowledge(command, io, {
        load: (folder) => reviewForCommand(command, config(), folder),
        openGolden,
        today: today(),
      });
      return 0;
    case "serve":
      await serve(config(), { receiving: true }, io, untilStopped);
      return 0;
    case "work":
      await serve(config(), { receiving: false }, io, untilStopped);
      return 0;
    case "mcp":
      await startMcp(config());
      return 0;
    case "doctor":
      return (await runDoctor(await diagnose(config()), command.json, io)) ? 0 : 4;
  }
}

/** Two versions are compared without the overlay, which neither of them has. */
function reviewForCommand({ act }: KnowledgeCommand, config: Config, folder: string | undefined) {
  return reviewKnowledge(config, act === "diff" ? (folder ?? knowledgeFolderOf(config)) : folder);
}

/** A folder that was named must be there; the repository's own is missing where only the program is. */
function openGolden(folder?: string) {
  if (folder === undefined || existsSync(folder)) return openGoldenQuestions(folder ?? goldenFolder);
  const remedy = "Name the folder that holds one folder a golden case.";
  throw new ExplainIpError("bad-input", `There is no folder ${folder}.`, remedy);
}

/** A command that answers and ends has nothing to log. */
const quiet = toLog(createLogger("silent"));

/** Whoever sits at this machine may see all that it may see. */
const localAsker = { surface: "cli", audience: "local" } as const satisfies Asker;

async function explainLocally(config: Config): Promise<Explain> {
  const { explain } = await buildExplainer(config, quiet);
  return answerRequestsOf(localAsker, explain);
}

/** Where a golden case is to be written, that must be possible before the cluster and the model are asked. */
async function explain(command: ExplainCommand, config: Config, io: CommandIo): Promise<void> {
  const { save: folder } = command;
  const drawings = drawingSaves(command);
  if (folder === undefined) return runExplain(command, io, await explainLocally(config), drawings);
  requireFreshFolder(folder);
  const { around, said } = recordOutside();
  const { explain } = await buildExplainer(config, quiet, around);
  const saveGolden: Save = (request, answer) => {
    const golden = toGoldenCase(request, localAsker, said(), answer.knowledgeVersion);
    writeNewFolder(folder, goldenFiles(golden, answer));
    return sayWhatWasSaved(folder, golden, answer);
  };
  await runExplain(command, io, answerRequestsOf(localAsker, explain), [saveGolden, ...drawings]);
}

/** Serves until its standard input ends, which also ends the process. */
async function startMcp(config: Config): Promise<void> {
  const { serveMcp } = await import("./surfaces/mcp/serve-mcp.ts");
  serveMcp({ version: version(), explain: await explainLocally(config) });
}

async function extract(config: Config, io: CommandIo): Promise<void> {
  const { lexicon } = (await buildExplainer(config, quiet)).views().internal;
  await runExtract(io, (text) => recogniseProducts(text, lexicon).map(({ value }) => value));
}

function version(): string {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8"));
  return String(version);
}
