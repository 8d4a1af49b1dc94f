import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { afterAll } from "@jest/globals";

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));

type Settings = Readonly<Record<string, string>>;
type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** The bot as a process of its own. It has nothing of our environment, and a folder of its own to run in. */
export type Bot = {
  readonly folder: string;
  /** Everything it has printed and logged so far. */
  readonly output: () => string;
  readonly send: (signal: "SIGTERM" | "SIGINT" | "SIGKILL") => void;
  readonly ended: Promise<Ended>;
  /** Resolves with what `pattern` captures as soon as the output has it; rejects when the process ends without it. */
  readonly untilSaid: (pattern: RegExp) => Promise<string>;
};

/** A bot that listens. */
export type ListeningBot = Bot & { readonly url: string };

const started: Bot[] = [];
const folders: string[] = [];
afterAll(async () => {
  for (const bot of started) bot.send("SIGKILL");
  await Promise.all(started.map(({ ended }) => ended));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "explain-ip-bot-"));
  folders.push(folder);
  return folder;
}

/** Starts a command that stays; it is killed, and its folder removed, after the file's last test. */
export function launchBot(settings: Settings, { command = "serve", folder = freshFolder() } = {}): Bot {
  const env = { EXPLAIN_IP_PORT: "0", EXPLAIN_IP_DATA: join(folder, "data"), ...settings };
  const child = spawn(process.execPath, [main, command], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const hear = (chunk: Buffer) => {
    output += chunk.toString("utf8");
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const bot = {
    folder,
    output: () => output,
    send: (signal: "SIGTERM" | "SIGINT" | "SIGKILL") => void child.kill(signal),
    ended: untilEnded(child),
    untilSaid: (pattern: RegExp) => untilSaid(child, () => output, pattern),
  };
  started.push(bot);
  return bot;
}

/** Starts `serve` and waits until it listens. */
export async function startBot(settings: Settings, options: { readonly folder?: string } = {}): Promise<ListeningBot> {
  const bot = launchBot(settings, options);
  const url = await bot.untilSaid(/^explain-ip is at (\S+)$/m);
  await bot.untilSaid(/^(Ctrl\+C stops\.)$/m);
  return { ...bot, url };
}

/** A test that shows what the bots of its file said meanwhile when it fails. */
export function showingBots(test: () => Promise<void>): () => Promise<void> {
  return async () => {
    const before = new Map(started.map((bot) => [bot, bot.output().length]));
    try {
      await test();
    } catch (error) {
      for (const [index, bot] of started.entries()) {
        const said = bot.output().slice(before.get(bot) ?? 0);
        process.stderr.write(`--- bot ${index + 1} of ${started.length} said meanwhile:\n${said}\n`);
      }
      throw error;
    }
  };
}

/** Every job in the embedded store as text, while the bot runs. */
export function readStore({ folder }: Bot): string[] {
  const database = new DatabaseSync(join(folder, "data", "explain-ip.sqlite"), { readOnly: true });
  try {
    return database
      .prepare("select * from explain_ip_job")
      .all()
      .map((job) => JSON.stringify(job));
  } finally {
    database.close();
  }
}

async function untilEnded(child: ChildProcess): Promise<Ended> {
  await once(child, "close");
  return { code: child.exitCode, signal: child.signalCode };
}

function untilSaid(child: ChildProcess, output: () => string, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const listen = () => {
      const said = pattern.exec(output());
      if (said) settle(() => resolve(said[1] ?? said[0]));
    };
    const fail = () => settle(() => reject(new Error(`the bot ended without saying ${pattern}:\n${output()}`)));
    const settle = (act: () => void) => {
      child.stdout?.off("data", listen);
      child.stderr?.off("data", listen);
      child.off("close", fail);
      act();
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.on("close", fail);
    listen();
    if (child.exitCode !== null || child.signalCode !== null) fail();
  });
}
