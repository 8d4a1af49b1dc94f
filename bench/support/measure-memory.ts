import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/**
 * Bytes that stay in use after `build` has run and while its result is alive: on V8's heap, in array buffers, and, where that grew
 * more, in the process as a whole, which is all that can be seen of what native code holds.
 */
export function measureMemory(build: () => unknown): number {
  const before = snapshot();
  const result = build();
  const after = snapshot();
  const managed = after.managed - before.managed;
  const resident = after.resident - before.resident;
  // The result must live until here, or the second snapshot would not see it.
  if (result === undefined) throw new Error("nothing was built");
  return managed > 64 * 1024 ? managed : resident;
}

function snapshot(): { readonly managed: number; readonly resident: number } {
  for (let i = 0; i < 4; i++) collectGarbage();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { managed: heapUsed + arrayBuffers, resident: rss };
}
