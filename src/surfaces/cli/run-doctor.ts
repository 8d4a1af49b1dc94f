import type { Diagnosis } from "../../contract/diagnosis-record.ts";
import type { CommandIo } from "./command-io.ts";

export type { Diagnosis };

const marks: Readonly<Record<Diagnosis["state"], string>> = { ok: "ok    ", off: "off   ", broken: "BROKEN" };

/** `explain-ip doctor`: prints what is set up, off and broken; resolves to whether nothing is broken. */
export async function runDoctor(diagnoses: readonly Diagnosis[], json: boolean, io: CommandIo): Promise<boolean> {
  if (json) await io.print(JSON.stringify(diagnoses, null, 2));
  else for (const { name, state, detail } of diagnoses) await io.print(`${marks[state]} ${name}: ${detail}`);
  return diagnoses.every(({ state }) => state !== "broken");
}
