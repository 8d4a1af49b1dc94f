import { type ParseArgsConfig, parseArgs } from "node:util";
import { ExplainIpError } from "../../errors.ts";
import type { Command, KnowledgeCommand } from "./command.ts";
import { nearestWord } from "./nearest-word.ts";

const options = {
  json: { type: "boolean", default: false },
  provider: { type: "string" },
  product: { type: "string" },
  thread: { type: "string" },
  save: { type: "string" },
  svg: { type: "string" },
  png: { type: "string" },
  golden: { type: "string" },
  "explain-silence": { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", short: "v", default: false },
} as const satisfies ParseArgsConfig["options"];

/** The options each command heeds; one that it would pass over is refused, as whoever gave it expects it to count. */
const flagsOf: Readonly<Record<string, readonly (keyof typeof options)[]>> = {
  explain: ["json", "provider", "thread", "explain-silence", "save", "svg", "png"],
  overlap: ["json"],
  knowledge: ["json", "product", "golden"],
  mcp: [],
  doctor: ["json"],
};

type Flags = ReturnType<typeof parse>["values"];

/** One reader a command; what it is given are the words after the command's name. */
const readers: Readonly<Record<string, (words: readonly string[], flags: Flags) => Command>> = {
  help: () => ({ name: "help" }),
  explain: (words, flags) => readExplain(words, flags),
  batch: (words) => withoutWords("batch", words, { name: "batch" }),
  extract: (words) => withoutWords("extract", words, { name: "extract" }),
  classify: (words) => withoutWords("classify", words, { name: "classify" }),
  overlap: (words, { json }) => ({
    name: "overlap",
    cidrs: someWords("overlap 10.0.0.0/16 172.17.0.0/16", words),
    json,
  }),
  knowledge: (words, flags) => readKnowledge(words, flags),
  serve: (words) => withoutWords("serve", words, { name: "serve" }),
  work: (words) => withoutWords("work", words, { name: "work" }),
  mcp: (words) => withoutWords("mcp", words, { name: "mcp" }),
  doctor: (words, { json }) => withoutWords("doctor", words, { name: "doctor", json }),
};

export const commandNames = Object.keys(readers);

/** Reads the words after the program's name. Anything that is not a command is a question. Throws ExplainIpError `bad-usage`. */
export function parseCommandLine(argv: readonly string[]): Command {
  const { values: flags, positionals } = parse(argv);
  if (flags.help || (positionals.length === 0 && !flags.version)) return { name: "help" };
  if (flags.version) return { name: "version" };
  const [first = "", ...rest] = positionals;
  const reader = Object.hasOwn(readers, first) ? readers[first] : undefined;
  if (reader) {
    refuseFlags(first, flags);
    return reader(rest, flags);
  }
  if (positionals.length === 1 && /^[a-z][a-z-]*$/.test(first)) throw unknownCommand(first);
  refuseFlags("explain", flags);
  return readExplain(positionals, flags);
}

function refuseFlags(command: string, flags: Flags): void {
  const heeded: readonly string[] = flagsOf[command] ?? [];
  const [refused] = Object.keys(flags).filter((flag) => flags[flag as keyof Flags] && !heeded.includes(flag));
  if (refused === undefined) return;
  throw new ExplainIpError(
    "bad-usage",
    `\`${command}\` takes no --${refused}.`,
    "`explain-ip help` lists the options.",
  );
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = Error.isError(error) ? (error.message.split(". ")[0] ?? error.message) : String(error);
    const remedy = "`explain-ip help` lists the options; a question that begins with a dash goes after `--`.";
    throw new ExplainIpError("bad-usage", `${message}.`, remedy, { cause: error });
  }
}

function readExplain(words: readonly string[], flags: Flags): Command {
  const question = someWords('"Why do I see 100.64.3.7?"', words).join(" ");
  return {
    name: "explain",
    question,
    json: flags.json,
    explainSilence: flags["explain-silence"],
    ...(flags.provider ? { provider: flags.provider } : {}),
    ...(flags.thread ? { thread: flags.thread } : {}),
    ...(flags.save ? { save: flags.save } : {}),
    ...(flags.svg ? { svg: flags.svg } : {}),
    ...(flags.png ? { png: flags.png } : {}),
  };
}

/** The acts that take nothing but options. */
function isPlain(act: string | undefined): act is "check" | "list" | "stats" {
  return act === "check" || act === "list" || act === "stats";
}

function readKnowledge(words: readonly string[], flags: Flags): KnowledgeCommand {
  const [act, argument] = words;
  const { json, product, golden } = flags;
  const [, , ...tooMany] = argument && isPlain(act) ? ["", ...words] : words;
  if (tooMany.length > 0) throw badKnowledgeUse(`\`knowledge ${act}\` takes no "${tooMany[0]}".`);
  if (product && act !== "find") throw badKnowledgeUse("`--product` goes with `knowledge find`.");
  if (golden && act !== "diff") throw badKnowledgeUse("`--golden` goes with `knowledge diff`.");
  if (isPlain(act)) return { name: "knowledge", act, json };
  if (act === "diff" && argument) {
    return { name: "knowledge", act, folder: argument, json, ...(golden ? { golden } : {}) };
  }
  if (act === "show" && argument) return { name: "knowledge", act, id: argument, json };
  if (act === "find" && argument) {
    return { name: "knowledge", act, address: argument, json, ...(product ? { product } : {}) };
  }
  throw badKnowledgeUse(`\`${["knowledge", ...words].join(" ")}\` is not complete, or there is no such act.`);
}

function badKnowledgeUse(message: string): ExplainIpError {
  const usage =
    "explain-ip knowledge check | list | stats | show ID | find ADDRESS [--product ID] | diff OLD_FOLDER [--golden FOLDER] [--json]";
  return new ExplainIpError("bad-usage", message, `Use: ${usage}.`);
}

function someWords(example: string, words: readonly string[]): readonly string[] {
  if (words.some((word) => word.trim() !== "")) return words;
  throw new ExplainIpError("bad-usage", "There is nothing to explain.", `For example: explain-ip ${example}`);
}

function withoutWords(name: string, words: readonly string[], command: Command): Command {
  if (words.length === 0) return command;
  const remedy =
    name === "serve" || name === "work" || name === "mcp" || name === "doctor"
      ? "Leave it out."
      : "It reads its standard input.";
  throw new ExplainIpError("bad-usage", `\`${name}\` takes no "${words[0]}".`, remedy);
}

function unknownCommand(word: string): ExplainIpError {
  const near = nearestWord(word, commandNames);
  const hint = near ? `Did you mean \`${near}\`? ` : "";
  const remedy = `${hint}The commands are ${commandNames.join(", ")}; to ask about the word: explain-ip explain ${word}.`;
  return new ExplainIpError("bad-usage", `There is no command "${word}".`, remedy);
}
