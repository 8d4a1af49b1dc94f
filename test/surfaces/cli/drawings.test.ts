import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, jest } from "@jest/globals";
import { runCli } from "../../support/run-cli.ts";
import { withFolder } from "../../support/temporary-folder.ts";

// Each run is a process that reads the knowledge.
jest.setTimeout(60_000);

const question = "Requests between our apps (pod -> service) arrive from 100.64.3.7 on Scaleway Kapsule. Why?";

describe("explain --svg and --png", () => {
  it("write the flow beside the answer, and say it in a sentence", () =>
    withFolder({}, async (cwd) => {
      const { code, stdout, stderr } = await runCli([question, "--svg", "way.svg", "--png", "way.png"], { cwd });
      expect(code).toBe(0);
      expect(stdout).toContain("100.64.3.7");
      expect(stderr).toMatch(/^Drawn in way\.svg\. From the calling pod by way of the node of the calling pod to /);
      expect(readFileSync(join(cwd, "way.svg"), "utf8")).toContain(">destination rewritten</text>");
      expect(readFileSync(join(cwd, "way.png")).subarray(1, 4).toString()).toBe("PNG");
    }));

  it.each([
    ["a question that names no flow", "What is ::1?", "way.svg", "names no flow to draw"],
    ["a folder that is not there", question, "gone/way.svg", "could not be written"],
  ])("fail after the answer with %s", (_, asked, path, why) =>
    withFolder({}, async (cwd) => {
      const { code, stdout, stderr } = await runCli([asked, "--svg", path], { cwd });
      expect([code, stdout.length > 50]).toEqual([3, true]);
      expect(stderr).toContain(why);
      expect(stderr).toContain(path);
    }),
  );
});
