import { openJobStore } from "../../src/adapters/database/open-job-store.ts";
import { sampleQuestion } from "./sample-question.ts";
import type { StoreTask } from "./store-child.ts";

const location = JSON.parse(process.argv[2] ?? "");
const task: StoreTask = JSON.parse(process.argv[3] ?? "");
const store = await openJobStore(location);

if (task.kind === "enqueue") {
  for (const id of task.ids) say(`${id} ${await store.enqueue(sampleQuestion(id))}`);
} else {
  await Promise.all(Array.from({ length: task.lanes }, () => claimAll(task.leaseMs)));
}
say("end");
process.stdin.resume().on("end", () => store.close());

async function claimAll(leaseMs: number) {
  for (let claim = await store.claim(leaseMs); claim !== undefined; claim = await store.claim(leaseMs)) {
    say(`${claim.question.id} ${claim.attempt}`);
    // Lets the other process have its share.
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

function say(line: string) {
  process.stdout.write(`${line}\n`);
}
