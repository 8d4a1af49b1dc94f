import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** Bytes that stay in use after `build` has run and while its result is alive: on V8's heap and in array buffers. */
export function measureMemory(build: () => unknown): number {
  const before = usedMemory();
  const result = build();
  const grown = usedMemory() - before;
  // The result must live until here, or the second look would not see it.
  if (result === undefined) throw new Error("nothing was built");
  return grown;
}

function usedMemory(): number {
  for (let i = 0; i < 4; i++) collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
