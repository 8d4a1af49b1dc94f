import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { requireFreshFolder, writeNewFolder } from "../../../src/adapters/files/write-new-folder.ts";
import { withFolder } from "../../support/temporary-folder.ts";

const files = { "a.json": "{}\n", "b.md": "b\n" };

describe("writeNewFolder", () => {
  it.each(["a new folder", "an empty folder"])("writes into %s", async (kind) => {
    await withFolder({}, (place) => {
      const folder = join(place, "case");
      if (kind === "an empty folder") mkdirSync(folder);
      writeNewFolder(folder, files);
      expect(readdirSync(folder)).toEqual(["a.json", "b.md"]);
      expect(readFileSync(join(folder, "b.md"), "utf8")).toBe("b\n");
    });
  });

  it.each([
    ["a folder with something in it", "full", /full is not empty: it holds kept\.txt\. Nothing was written/],
    ["a file", "full/kept.txt", /kept\.txt could not be written: ENOTDIR/],
    ["a place in a folder that is not there", "none/case", /none\/case could not be written: ENOENT/],
  ])("refuses %s and leaves everything as it was", async (_name, path, message) => {
    await withFolder({ "full/kept.txt": "mine" }, (place) => {
      const expected = expect.objectContaining({
        code: "bad-input",
        message: expect.stringMatching(message),
        remedy: expect.stringContaining("empty or not there yet"),
      });
      expect(() => writeNewFolder(join(place, path), files)).toThrow(expected);
      expect(readdirSync(place, { recursive: true }).toSorted()).toEqual(["full", "full/kept.txt"]);
      expect(readFileSync(join(place, "full/kept.txt"), "utf8")).toBe("mine");
    });
  });

  it("refuses a place where nobody may write, without waiting", () => {
    expect(() => writeNewFolder("/proc/explain-ip-case", files)).toThrow(
      expect.objectContaining({ code: "bad-input", message: expect.stringContaining("/proc/explain-ip-case") }),
    );
  });

  it("can be asked before: nothing is made by asking", async () => {
    await withFolder({}, (place) => {
      requireFreshFolder(join(place, "case"));
      expect(readdirSync(place)).toEqual([]);
    });
  });
});
