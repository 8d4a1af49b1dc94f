import { describe, expect, it } from "@jest/globals";
import { type Diagnosis, runDoctor } from "../../../src/surfaces/cli/run-doctor.ts";
import { recordingIo } from "../../support/recording-io.ts";

const fine: Diagnosis = { name: "Store", state: "ok", detail: "here" };
const off: Diagnosis = { name: "Slack", state: "off", detail: "no token" };
const broken: Diagnosis = { name: "Knowledge", state: "broken", detail: "gone" };

describe("doctor", () => {
  it.each([
    ["all is fine or off on purpose", [fine, off], true],
    ["something is broken", [fine, broken, off], false],
    ["nothing was looked at", [], true],
  ])("tells whether %s", async (_name, diagnoses, expected) => {
    expect(await runDoctor(diagnoses, false, recordingIo().io)).toBe(expected);
  });

  it("prints a line for each, the broken ones in capitals", async () => {
    const { io, printed } = recordingIo();
    await runDoctor([fine, off, broken], false, io);
    expect(printed).toEqual(["ok     Store: here", "off    Slack: no token", "BROKEN Knowledge: gone"]);
  });

  it("prints the same as one array for a program", async () => {
    const { io, records } = recordingIo();
    await runDoctor([fine, broken], true, io);
    expect(records()).toEqual([[fine, broken]]);
  });
});
