import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { formatFileProblem } from "../../../src/adapters/files/file-problem.ts";
import { loadKnowledge } from "../../../src/adapters/files/load-knowledge.ts";
import { formatCidr } from "../../../src/core/network/cidr.ts";

const folder = fileURLToPath(new URL("../../../knowledge/", import.meta.url));
const { knowledge, problems } = loadKnowledge(folder, new Date().toISOString().slice(0, 10));
const filesIn = (name: string, ending: string) =>
  readdirSync(`${folder}${name}`).filter((file) => file.endsWith(ending));
const articleItems = knowledge.articles.flatMap(({ id, statements, steps, checks }) =>
  [...statements, ...steps, ...checks].map((item) => ({ id, ...item })),
);

describe("the knowledge that ships", () => {
  it("has no problems but those that come with time", () => {
    expect(problems.filter(({ onlyForReview }) => !onlyForReview).map(formatFileProblem)).toEqual([]);
  });

  it("is loaded whole", () => {
    expect(filesIn("products", ".yaml").toSorted()).toEqual(
      [...knowledge.products.keys()].map((id) => `${id}.yaml`).toSorted(),
    );
    expect(knowledge.articles).toHaveLength(filesIn("articles", ".md").length);
    expect(new Set(knowledge.registry.rows.map((row) => row.registry.title)).size).toBe(
      filesIn("registries", ".yaml").length,
    );
    expect(knowledge.version).toMatch(/^\d{4}\.\d{1,2}\.\d{1,2}$/);
  });

  it("names an RFC and a document for every registry row", () => {
    const without = knowledge.registry.rows.filter(
      (row) => !row.rfcs.every((rfc) => /^RFC \d+$/.test(rfc)) || row.reference === "" || row.registry.checkedOn === "",
    );
    expect(without).toEqual([]);
    expect(knowledge.registry.rows.filter((row) => row.rfcs.length === 0).map((row) => row.name)).toEqual([]);
  });

  it("has a source, title and place for every fact", () => {
    const without = [...knowledge.facts.values()].filter(
      ({ sources }) => sources.length === 0 || sources.some(({ url, title, locator }) => !(url && title && locator)),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it("has a source for every item of an article", () => {
    expect(articleItems.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });

  it("fills only placeholders that there are", () => {
    const placeholders = articleItems.flatMap(({ text }) => text.match(/\{[a-z]+\}/g) ?? []);
    expect(placeholders.filter((name) => !["{address}", "{cidr}", "{hostname}"].includes(name))).toEqual([]);
  });

  it.each([
    ["the pod range of Kapsule", "scaleway-kapsule/pods", ["100.64.0.0/15"]],
    ["the Service range of Kapsule", "scaleway-kapsule/services", ["10.32.0.0/20"]],
    ["the range of a tailnet", "tailscale/nodes", ["100.64.0.0/10"]],
    ["Docker's default bridge", "docker/default-bridge", ["172.17.0.0/16"]],
  ])("knows %s", (_name, id, expected) => {
    const claim = knowledge.facts.get(id)?.claim;
    expect(claim?.type === "range" && claim.cidrs.map(formatCidr)).toEqual(expected);
  });
});
