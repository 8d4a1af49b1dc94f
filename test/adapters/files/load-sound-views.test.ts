import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { fingerprintOf, keepParts, readKept } from "../../../src/adapters/files/kept-knowledge.ts";
import { loadSoundViews } from "../../../src/adapters/files/load-sound-views.ts";
import { judgePlaces, openPlaces } from "../../../src/adapters/files/load-views.ts";
import { findFacts } from "../../../src/core/knowledge/knowledge.ts";
import { addressAt } from "../../support/network-literals.ts";
import { soundKnowledge } from "../../support/sample-knowledge-files.ts";
import { withFolder } from "../../support/temporary-folder.ts";

const TODAY = "2026-06-01";
const product = "products/acme-cluster.yaml";
const overlayFile = `networks:
  - { id: lab, name: the lab, cidrs: [10.77.0.0/16], role: node, url: https://wiki.example.org/, checkedOn: 2026-01-02 }
`;

/** A knowledge folder, a data folder, and loading from the one with the other. */
const inFolders = (
  use: (parts: {
    folder: string;
    data: string;
    kept: string;
    load: (today?: string) => ReturnType<typeof loadSoundViews>;
  }) => void,
) =>
  withFolder(soundKnowledge, (folder) =>
    withFolder({}, (data) => {
      const load = (today = TODAY) => loadSoundViews({ folder }, today, new Map(), data);
      use({ folder, data, kept: join(data, "knowledge.kept"), load });
    }),
  );

/** Puts a mark into what is kept, so that one sees where an answer came from. */
function markKept(folder: string, kept: string): void {
  const places = openPlaces({ folder });
  const { problems: _, ...parts } = judgePlaces(places, TODAY, new Map());
  keepParts(kept, fingerprintOf(places, TODAY), { public: { ...parts.public, version: "from what was kept" } });
}

describe("loadSoundViews", () => {
  it("gives the same from what it kept as from the files", () =>
    inFolders(({ kept, load }) => {
      const first = load();
      const second = load();
      expect(existsSync(kept)).toBe(true);
      expect([...second.public.facts.values()]).toEqual([...first.public.facts.values()]);
      expect(second.public.articles).toEqual(first.public.articles);
      expect(second.public.registry.rows).toEqual(first.public.registry.rows);
      expect(findFacts(second.public, addressAt("10.8.3.4")).map(({ fact }) => fact.id)).toEqual(["acme-cluster/pods"]);
      expect(second.internal).toBe(second.public);
    }));

  it("takes what it kept while nothing has changed", () =>
    inFolders(({ folder, kept, load }) => {
      markKept(folder, kept);
      expect(load().public.version).toBe("from what was kept");
    }));

  it.each<[string, (folder: string, kept: string) => void]>([
    [
      "a text has changed",
      (folder) => writeFileSync(join(folder, "manifest.yaml"), 'version: "2026.3"\nschemaVersion: 1\n'),
    ],
    [
      "a file has come",
      (folder) => writeFileSync(join(folder, "products/b.yaml"), "id: b\nname: B\nkind: cni\nfacts: []\n"),
    ],
    ["what was kept is cut off", (_, kept) => writeFileSync(kept, readFileSync(kept).subarray(0, 200))],
    ["what was kept is something else", (_, kept) => writeFileSync(kept, "hello")],
  ])("looks at the files again when %s", (_name, change) =>
    inFolders(({ folder, kept, load }) => {
      markKept(folder, kept);
      change(folder, kept);
      expect(load().public.version).toMatch(/^2026/);
    }),
  );

  it("looks again on another day, since some rules do", () =>
    inFolders(({ folder, kept, load }) => {
      markKept(folder, kept);
      expect(load("2026-06-02").public.version).toBe("2026.1.2");
    }));

  it("never keeps what is broken, and names it each time", () =>
    inFolders(({ folder, kept, load }) => {
      writeFileSync(join(folder, product), (soundKnowledge[product] ?? "").replace("role: pod", "role: pods"));
      expect(load).toThrow(expect.objectContaining({ code: "knowledge-broken" }));
      expect(load).toThrow(/acme-cluster\.yaml:10/);
      expect(existsSync(kept)).toBe(false);
    }));

  it("keeps an overlay apart from the public view, and for its owner alone", () =>
    withFolder(soundKnowledge, (folder) =>
      withFolder({ "networks.yaml": overlayFile }, (overlay) =>
        withFolder({}, (data) => {
          const load = () => loadSoundViews({ folder, overlay }, TODAY, new Map(), data);
          load();
          const again = load();
          expect([again.public.facts.has("own-networks/lab"), again.internal.facts.has("own-networks/lab")]).toEqual([
            false,
            true,
          ]);
          expect(statSync(join(data, "knowledge.kept")).mode & 0o777).toBe(0o600);
          expect(loadSoundViews({ folder }, TODAY, new Map(), data).internal.facts.has("own-networks/lab")).toBe(false);
        }),
      ),
    ));

  it("makes no data folder, and does without where it cannot write", () =>
    inFolders(({ folder, data, load }) => {
      const nowhere = join(data, "none");
      expect(loadSoundViews({ folder }, TODAY, new Map(), nowhere).public.version).toBe("2026.1.2");
      expect(existsSync(nowhere)).toBe(false);
      mkdirSync(join(data, "knowledge.kept"));
      expect(load().public.version).toBe("2026.1.2");
      expect(readdirSync(data)).toEqual(["knowledge.kept"]);
      expect(readKept(join(data, "knowledge.kept"), "")).toBeUndefined();
    }));
});
