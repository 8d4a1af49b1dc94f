import { Bench } from "tinybench";

/** Nanoseconds for one query: the median of the round that was quickest, and of the one that was slowest. */
export type Timed = { readonly best: number; readonly worst: number };

const rounds = 7;

/** Everything that was ever counted, and said at the end: the engine cannot leave out work whose result is used. */
let counted = 0;
process.once("exit", () => console.log(`(${counted.toLocaleString("en")} hits were counted in all.)`));

/**
 * Measures all contenders in each of several rounds, one after the other, so that a machine busy with other things slows all alike and the
 * best rounds can be compared. A sample takes the same queries each time, by the name of the contender. Throws if one fails.
 */
export async function measureInTurns(
  contenders: readonly { readonly name: string; readonly queries: number; readonly run: () => number }[],
): Promise<ReadonlyMap<string, Timed>> {
  const times = new Map<string, Timed>();
  for (let round = 0; round < rounds; round++) {
    const bench = new Bench({ time: 80, warmupTime: round === 0 ? 300 : 20, iterations: 3, warmupIterations: 1 });
    for (const { name, run } of contenders) {
      bench.add(name, () => {
        counted += run();
      });
    }
    await bench.run();
    for (const { name, queries } of contenders) {
      const result = bench.getTask(name)?.result;
      if (result?.state !== "completed") throw new Error(`${name} did not run to its end`);
      const time = (result.latency.p50 * 1e6) / queries;
      const { best, worst } = times.get(name) ?? { best: time, worst: time };
      times.set(name, { best: Math.min(best, time), worst: Math.max(worst, time) });
    }
  }
  return times;
}
