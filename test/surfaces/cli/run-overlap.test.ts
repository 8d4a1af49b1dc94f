import { describe, expect, it } from "@jest/globals";
import { buildKnowledge } from "../../../src/core/knowledge/knowledge.ts";
import type { Product } from "../../../src/core/knowledge/product.ts";
import { buildRegistry } from "../../../src/core/network/registry.ts";
import { runOverlap } from "../../../src/surfaces/cli/run-overlap.ts";
import { recordingIo } from "../../support/recording-io.ts";
import { rangeClaim, sampleFact, sampleProduct } from "../../support/sample-knowledge.ts";

const example = { ...rangeClaim("pod", "192.168.0.0/16"), status: "example" as const };
const know = (...products: readonly Product[]) =>
  buildKnowledge({ version: "1", registry: buildRegistry([]), products, articles: [] });
const knowledge = know(
  sampleProduct("acme", {
    facts: [
      sampleFact("acme/bridge", { claim: rangeClaim("bridge", "172.17.0.0/16") }),
      sampleFact("acme/example", { claim: example }),
    ],
  }),
);

async function overlap(texts: readonly string[], json = true) {
  const terminal = recordingIo();
  await runOverlap(texts, json, terminal.io, knowledge);
  return terminal;
}

describe("overlap", () => {
  it("finds what collides among the given blocks and with products", async () => {
    const { records, complaints } = await overlap(["10.0.0.0/16", "10.0.128.0/20", "172.16.0.0/12"]);
    expect(complaints).toEqual([]);
    expect(records()).toMatchObject([
      {
        overlaps: [
          { cidr: "10.0.0.0/16", kind: "contains", other: "10.0.128.0/20", shared: "10.0.128.0/20", product: null },
          { cidr: "172.16.0.0/12", kind: "contains", other: "172.17.0.0/16", product: "acme", fact: "acme/bridge" },
        ],
        suggestion: { cidr: "10.1.0.0/16", inside: [] },
      },
    ]);
  });

  it("suggests a block that is free of all", async () => {
    const { printed } = await overlap(["10.0.0.0/8", "172.17.0.0/16"], false);
    expect(printed.at(-1)).toBe("Free of the others: 172.16.0.0/16.");
  });

  it("names the wide defaults that a suggested block lies in, where defaults cover everything", async () => {
    const wide = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].map((cidr) => rangeClaim("pod", cidr));
    const facts = wide.map((claim, i) => sampleFact(`greedy/${i}`, { claim }));
    const { io, records } = recordingIo();
    await runOverlap(["10.0.0.0/16"], true, io, know(sampleProduct("greedy", { facts })));
    expect(records()).toMatchObject([{ suggestion: { cidr: "10.1.0.0/16", inside: ["greedy/0"] } }]);
  });

  it("does not count a documentation's example as taken", async () => {
    expect((await overlap(["192.168.1.0/24"])).records()).toMatchObject([{ overlaps: [] }]);
  });

  it("says so where nothing collides", async () => {
    expect((await overlap(["10.0.0.0/16"], false)).printed).toEqual([expect.stringContaining("No overlap")]);
  });

  it("says for a person whose range it is and what breaks", async () => {
    const { printed } = await overlap(["172.17.5.0/24"], false);
    expect(printed[0]).toMatch(
      /^172\.17\.5\.0\/24 lies inside 172\.17\.0\.0\/16 \(bridge of acme, acme\/bridge\)\. The host/,
    );
  });

  it("clears host bits and says so", async () => {
    const { complaints, records } = await overlap(["172.17.0.1/16"]);
    expect(complaints).toEqual(["172.17.0.1/16 has host bits set; it means 172.17.0.0/16."]);
    expect(records()).toMatchObject([{ overlaps: [{ cidr: "172.17.0.0/16", kind: "equal" }] }]);
  });

  it.each(["10.0.0.0/33", "10.0.0.0", "x", "fd00::/129"])("refuses %s with an example", async (text) => {
    await expect(overlap(["10.0.0.0/8", text])).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringContaining(`"${text}"`),
      remedy: expect.stringContaining("10.0.0.0/16"),
    });
  });
});
