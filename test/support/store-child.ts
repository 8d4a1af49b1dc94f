import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { StoreLocation } from "../../src/adapters/database/open-job-store.ts";

export type StoreTask =
  | { readonly kind: "enqueue"; readonly ids: readonly string[] }
  | { readonly kind: "claim"; readonly lanes: number; readonly leaseMs: number };

export type StoreChild = {
  readonly process: ChildProcess;
  /** The next line the child prints: one an enqueued or claimed question, then "end". */
  readonly nextLine: () => Promise<string | undefined>;
  readonly allLines: () => Promise<string[]>;
};

/** A process of its own on the same store. It stays alive after its task until it is killed or its input ends. */
export function startStoreChild(location: StoreLocation, task: StoreTask): StoreChild {
  const script = new URL("store-child-main.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [script, JSON.stringify(location), JSON.stringify(task)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async () => {
    const { done, value } = await lines.next();
    return done === true ? undefined : value;
  };
  return {
    process: child,
    nextLine,
    allLines: async () => {
      const all: string[] = [];
      for (let line = await nextLine(); line !== undefined && line !== "end"; line = await nextLine()) all.push(line);
      child.stdin.end();
      return all;
    },
  };
}
