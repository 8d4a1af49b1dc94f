import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import ipaddr from "ipaddr.js";
import { parse } from "yaml";
import { z } from "zod";
import { loadKnowledge } from "../src/adapters/files/load-knowledge.ts";
import { foundFactListSchema } from "../src/contract/knowledge-record.ts";
import { runKnowledge } from "../src/surfaces/cli/run-knowledge.ts";
import { recordingIo } from "./support/recording-io.ts";
import { wellKnownDefaults } from "./support/well-known-defaults.ts";

/**
 * `knowledge find ADDRESS --product ID` over the knowledge that ships. What is expected is read from the files once more, by
 * another YAML reading and another library for addresses, and found by looking at every block in turn.
 */
const folder = join(import.meta.dirname, "..", "knowledge");
const { knowledge } = loadKnowledge(folder, "2099-01-01");

async function find(address: string, product: string) {
  const { io, records } = recordingIo();
  const never = () => {
    throw new Error("find has no need of golden questions");
  };
  const sources = { load: () => ({ knowledge, problems: [] }), openGolden: never, today: "2099-01-01" };
  await runKnowledge({ name: "knowledge", act: "find", address, product, json: true }, io, sources);
  return foundFactListSchema.parse(records()[0]);
}

const writtenProduct = z.object({
  id: z.string(),
  facts: z.array(
    z.object({
      id: z.string(),
      claim: z.object({
        type: z.string(),
        role: z.string().optional(),
        status: z.string().optional(),
        cidrs: z.array(z.string()).default([]),
        addresses: z.array(z.string()).default([]),
      }),
    }),
  ),
});

type Block = {
  readonly product: string;
  readonly fact: string;
  readonly role: string;
  /** It holds unless somebody changed it. */
  readonly isInForce: boolean;
  readonly bits: 32 | 128;
  readonly first: bigint;
  readonly last: bigint;
};

const blocksByProduct = new Map(
  readdirSync(join(folder, "products")).map((file) => {
    const { id, facts } = writtenProduct.parse(parse(readFileSync(join(folder, "products", file), "utf8")));
    return [id, facts.flatMap((fact) => blocksOf(id, fact))];
  }),
);
const blocks = [...blocksByProduct.values()].flat();

function blocksOf(product: string, { id, claim }: z.infer<typeof writtenProduct>["facts"][number]): Block[] {
  // FORMAT.md: the status of an address is `fixed` when left out.
  const isInForce = claim.status === undefined || claim.status === "default" || claim.status === "fixed";
  return [...claim.cidrs, ...claim.addresses].map((written) => {
    const [text = "", length] = written.split("/");
    const bytes = ipaddr.parse(text).toByteArray();
    const bits = bytes.length === 4 ? 32 : 128;
    const first = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    const last = first + 2n ** BigInt(bits - Number(length ?? bits)) - 1n;
    return { product, fact: `${product}/${id}`, role: claim.role ?? "none", isInForce, bits, first, last };
  });
}

/** The blocks that may lead: the smallest that hold the address and, of these, those in force where there are any. */
function mayLead(product: string, bits: number, value: bigint): Block[] {
  const holding = (blocksByProduct.get(product) ?? []).filter(
    (block) => block.bits === bits && block.first <= value && value <= block.last,
  );
  const smallest = holding.reduce((size, { first, last }) => (last - first < size ? last - first : size), 2n ** 128n);
  const narrow = holding.filter(({ first, last }) => last - first === smallest);
  const inForce = narrow.filter((block) => block.isInForce);
  return inForce.length > 0 ? inForce : narrow;
}

function write(bits: number, value: bigint): string {
  const bytes = Array.from({ length: bits / 8 }, (_, i) => Number((value >> BigInt(bits - 8 * (i + 1))) & 255n));
  return ipaddr.fromByteArray(bytes).toString();
}

/** Mulberry32: the same numbers in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = randomFrom(20_261_123);
const within = ({ first, last }: Block) => {
  const size = last - first + 1n;
  const bits = [1, 2, 3, 4].reduce((sum) => sum * 2n ** 32n + BigInt(Math.floor(random() * 2 ** 32)), 0n);
  return first + (bits % size);
};
const documented = blocks.filter((block) => block.isInForce);
const cases = documented.flatMap((block) =>
  [block.first, block.last, within(block)].map((value) => ({ block, value, address: write(block.bits, value) })),
);

describe("knowledge find with the product named", () => {
  test("there are many defaults to look for", () => {
    expect(documented.length).toBeGreaterThan(600);
    expect(new Set(documented.map(({ product }) => product)).size).toBeGreaterThan(100);
  });

  test("leads with the product and role of every documented default, at its ends and at a random address", async () => {
    const wrong: string[] = [];
    for (const { block, value, address } of cases) {
      const [hit] = await find(address, block.product);
      const expected = mayLead(block.product, block.bits, value);
      const isRight = expected.some(({ fact, role }) => hit?.fact === fact && hit.role === role);
      if (!isRight || hit?.product !== block.product) {
        wrong.push(`${block.product} ${address}: ${hit?.fact} (${hit?.role}), not ${expected.map(({ fact }) => fact)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("the table of well-known defaults is long and says nothing twice", () => {
    expect(wellKnownDefaults.length).toBeGreaterThanOrEqual(60);
    expect(new Set(wellKnownDefaults.map(([product, address]) => `${product} ${address}`)).size).toBe(
      wellKnownDefaults.length,
    );
  });

  test.each(wellKnownDefaults)("%s %s: %s", async (product, address, role) => {
    const [hit] = await find(address, product);
    expect({ product: hit?.product, role: hit?.role }).toEqual({ product: productIds[product] ?? product, role });
  });
});

/** What the table calls by the name people use. */
const productIds: Readonly<Record<string, string>> = {
  kubeadm: "kubernetes",
  kapsule: "scaleway-kapsule",
  kind: "kubernetes-in-docker",
};
