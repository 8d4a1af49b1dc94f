import { join } from "node:path";
import { describe, expect, it, jest } from "@jest/globals";
import { loadTexts } from "../src/adapters/files/load-knowledge.ts";
import { readFolder } from "../src/adapters/files/read-folder.ts";
import { cutProduct, type Draw, drawFrom, type Mistake, pick } from "./knowledge-mutations/mistake.ts";
import { mistakes } from "./knowledge-mutations/mistakes.ts";

// Some hundred times the whole knowledge is judged.
jest.setTimeout(300_000);

const SEED = 20261123;
/** A few of each keep the whole check short; SLIPS=30 gives the figure to quote. */
const EACH = Number(process.env.SLIPS ?? 10);

const folder = join(import.meta.dirname, "..", "knowledge");
const texts = readFolder(folder);
const products = [...texts.keys()].filter((path) => path.startsWith("products/"));
const today = new Date().toISOString().slice(0, 10);
const memory = new Map();

/** Whether anything is wrong when the file at `path` has this text and all others are as they ship. */
function isCaught({ path, text }: Slip): boolean {
  const { problems } = loadTexts(folder, new Map(texts).set(path, text), today, memory);
  return problems.some(({ onlyForReview }) => !onlyForReview);
}

type Slip = { readonly path: string; readonly text: string };

/** The same slip in products drawn at random; a product in which it cannot be made is passed over. */
function drawSlips({ make }: Mistake, draw: Draw): Slip[] {
  const slips: Slip[] = [];
  for (let tries = 0; slips.length < EACH && tries < 40 * EACH; tries++) {
    const path = pick(products, draw) ?? "";
    const before = texts.get(path) ?? "";
    const made = make(cutProduct(before), draw);
    const text = made === undefined ? before : made.head + made.facts.join("");
    if (text !== before) slips.push({ path, text });
  }
  return slips;
}

describe("slips in the knowledge that ships", () => {
  const report: string[] = [];
  const total = { made: 0, caught: 0 };

  it("is judged as it stands", () => {
    const { problems } = loadTexts(folder, texts, today, memory);
    expect(problems.filter(({ onlyForReview }) => !onlyForReview)).toEqual([]);
  });

  it.each(mistakes.map((mistake, i) => [mistake.name, mistake, i] as const))("%s", (name, mistake, i) => {
    const slips = drawSlips(mistake, drawFrom(SEED + i));
    const missed = slips.filter((slip) => !isCaught(slip));
    const caught = slips.length - missed.length;
    total.made += slips.length;
    total.caught += caught;
    report.push(`${String(caught).padStart(4)} of ${slips.length}  ${name}`);
    expect(slips.length).toBeGreaterThanOrEqual(EACH / 2);
    expect(caught / slips.length).toBeGreaterThanOrEqual(mistake.share);
  });

  it("are mostly caught, all in all", () => {
    const share = total.caught / total.made;
    const sum = `${total.caught} of ${total.made} slips caught, ${Math.round(share * 100)} % (seed ${SEED})`;
    process.stdout.write(`${[...report, sum].join("\n")}\n`);
    expect(share).toBeGreaterThan(0.88);
  });
});
