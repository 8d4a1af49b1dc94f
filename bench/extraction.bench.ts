/*
 * How fast entities are read from a plain log, against two packages of npm in the same run, and whether the cost per byte stays flat on
 * shapes of text that make careless scanners slow. The peers do less: `ioc-extractor` knows neither ranges nor wildcards, `ip-regex`
 * knows addresses alone. Run it with `npm run bench`.
 */
import { extractIOC } from "ioc-extractor";
import ipRegex from "ip-regex";
import { Bench } from "tinybench";
import { extractEntities } from "../src/core/question/extract-entities.ts";
import { adversarialShapes } from "./support/adversarial-shapes.ts";
import { plainLog } from "./support/plain-log.ts";

const KIB = 1024;
const MIB = 1024 * KIB;

async function compareOnLog(): Promise<void> {
  const log = plainLog(MIB);
  const bench = new Bench({ iterations: 10, time: 0, warmupIterations: 3, warmupTime: 0 });
  bench
    .add("explain-ip extractEntities", () => void extractEntities(log))
    .add("ip-regex, addresses alone", () => void log.match(ipRegex()))
    .add("ioc-extractor extractIOC", () => void extractIOC(log));
  await bench.run();
  const medians = bench.tasks.map(({ name, result }) => ({
    name,
    ms: "latency" in result ? result.latency.p50 : Number.NaN,
  }));
  const ours = medians[0]?.ms ?? Number.NaN;
  console.log("\n1 MiB of plain log, median:");
  for (const { name, ms } of medians)
    console.log(`  ${name.padEnd(28)} ${ms.toFixed(1).padStart(7)} ms  ${(ms / ours).toFixed(2)}x ours`);
}

const SMALL = 64 * KIB;
const LARGE = 4 * MIB;
const NANOSECONDS_PER_MICROSECOND = 1000;
const ROUNDS = 4;
const RUNS_OF_SMALL = 8;

/** The processor time of the best of several runs: what the code costs, whatever else the machine does. */
function nanosecondsPerByte(text: string, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const start = process.cpuUsage();
    extractEntities(text);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) * NANOSECONDS_PER_MICROSECOND);
  }
  return best / text.length;
}

function compareSizes(): void {
  console.log(
    "\nCost per byte at 64 KiB and at 4 MiB (linear: the ratio stays below 2; far below 1: the text named more than is kept):",
  );
  let worst = 0;
  for (const [name, make] of Object.entries(adversarialShapes)) {
    const [smallText, largeText] = [make(SMALL), make(LARGE)];
    let small = Number.POSITIVE_INFINITY;
    let large = Number.POSITIVE_INFINITY;
    // In turns, so that a busy machine slows both alike.
    for (let round = 0; round < ROUNDS; round += 1) {
      small = Math.min(small, nanosecondsPerByte(smallText, RUNS_OF_SMALL));
      large = Math.min(large, nanosecondsPerByte(largeText, 1));
    }
    worst = Math.max(worst, large / small);
    console.log(
      `  ${name.padEnd(28)} ${small.toFixed(1).padStart(7)} ns ${large.toFixed(1).padStart(7)} ns  ratio ${(large / small).toFixed(2)}`,
    );
  }
  console.log(`  worst ratio ${worst.toFixed(2)}`);
}

await compareOnLog();
compareSizes();
