import { describe, expect, test } from "@jest/globals";
import type { Article } from "../../../../src/core/knowledge/article.ts";
import { sampleArticle, sampleItem } from "../../../support/sample-knowledge.ts";
import { named, sampleKnowledge, sampleReading, sampleSituation, subjectAt } from "../sample-situation.ts";

const free = { topics: [], scopes: [], roles: [], products: [], words: [], hints: [] };

function article(id: string, text: string, more: Partial<Article> = {}): Article {
  return sampleArticle(id, { title: id, when: free, statements: [sampleItem(text)], ...more });
}

const articles = [
  article("mirrors", "A mirror reflects packets.", { asks: ["why do my packets come back to me"] }),
  article("clocks", "A clock counts seconds.", { asks: ["which time does the clock of a node show"] }),
  article("anchors", "An anchor holds at 203.0.113.7."),
  article("sails", "A sail catches wind.", { when: { ...free, topics: ["hairpin"] } }),
  article("harbours", "Harbour pods keep moorings.", { when: { ...free, products: ["harbour"] } }),
];

/** The articles that speak, the best first. */
function speaking(text: string, more: Parameters<typeof sampleReading>[0] = {}): string[] {
  const reading = sampleReading({ text, ...more });
  const { passages } = sampleSituation({ reading, knowledge: sampleKnowledge({ articles }) });
  return passages.flatMap(({ passage }) => (passage.kind === "item" ? [passage.from.article.id] : []));
}

describe("rankPassages", () => {
  test.each<[string, string]>([
    ["my packets come back to me, why?", "mirrors"],
    ["the node shows another time", "clocks"],
    ["who is 203.0.113.7?", "anchors"],
  ])("%s: %s", (text, best) => {
    expect(speaking(text)[0]).toBe(best);
  });

  test("a topic that is asked for brings its article forward", () => {
    const text = "reflects or catches?";
    expect(speaking(text, { topics: ["hairpin"] })[0]).toBe("sails");
    expect(speaking(text)[0]).not.toBe("sails");
  });

  test("what is about a product is only said where the product is named, or what builds on it", () => {
    expect(speaking("moorings of pods?")).not.toContain("harbours");
    expect(speaking("moorings of pods?", { products: [named("harbour")] })[0]).toBe("harbours");
  });

  test("of an article about two products, a sentence that names one is not said where only the other is named", () => {
    const both = article("both", "Harbour moors, Weft weaves.", {
      when: { ...free, products: ["harbour", "tailnet"] },
    });
    const shared = sampleItem("Both keep moorings.");
    const alone = sampleItem("Tailnet keeps moorings afloat.");
    const reading = sampleReading({ text: "moorings?", products: [named("harbour")] });
    const knowledge = sampleKnowledge({ articles: [{ ...both, statements: [shared, alone] }] });
    const { passages } = sampleSituation({ reading, knowledge });
    const said = passages.map(({ passage }) => passage.text);
    expect(said).toContain(shared.text);
    expect(said).not.toContain(alone.text);
  });

  test("of a product's ranges the one whose role the question names comes first", () => {
    const factsFirst = (text: string) => {
      const reading = sampleReading({
        text,
        products: [named("harbour")],
        topics: ["which-range"],
        subjects: [subjectAt("192.0.2.1")],
      });
      const { passages } = sampleSituation({ reading });
      return passages.flatMap(({ passage }) => (passage.kind === "fact" ? [passage.fact.id] : []))[0];
    };
    expect(factsFirst("which range do services have?")).toBe("harbour/services");
    expect(factsFirst("which range do pods have?")).toBe("harbour/pods");
  });
});
