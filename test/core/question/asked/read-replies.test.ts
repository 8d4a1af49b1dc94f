import { describe, expect, test } from "@jest/globals";
import { spellOutReplies } from "../../../../src/core/question/asked/apply-replies.ts";
import { askedTexts } from "../../../../src/core/question/asked/asked-attribute.ts";
import { readAsked } from "../../../../src/core/question/asked/read-asked.ts";
import { matchOption, readReplies } from "../../../../src/core/question/asked/read-replies.ts";
import { sampleQuestion } from "../../../support/sample-question.ts";

const places = ["Scaleway Kapsule", "kind (Kubernetes in Docker)", "Tailscale", "something else"];

describe("readAsked", () => {
  test.each([
    [
      "Markdown",
      "It is shared.\n\n**Where does this run?** (Scaleway Kapsule, kind (Kubernetes in Docker), Tailscale, something else)\n\nRead 2026",
    ],
    [
      "a list of Slack",
      "It is.\n*One question:* Where does this run?\n• Scaleway Kapsule\n• kind (Kubernetes in Docker)\n• Tailscale\n• something else\nSources (2)",
    ],
    ["plain text", "Where does this run? (Scaleway Kapsule, kind (Kubernetes in Docker), Tailscale, something else)"],
  ])("finds the question and its answers in %s", (_, message) => {
    expect(readAsked(message)).toEqual({ attribute: "place", options: places });
  });

  test("every question of ours is known again, and is short", () => {
    for (const [attribute, text] of Object.entries(askedTexts)) {
      expect(readAsked(`**${text.replace(/[()]/g, "$&")}** (a, b)`)).toEqual({ attribute, options: ["a", "b"] });
      expect(text.split(" ").length).toBeLessThanOrEqual(12);
    }
  });

  test("a message that asks nothing asks nothing", () => {
    expect(readAsked("`10.0.0.1` is private.")).toBeUndefined();
    expect(readAsked("Where does it end?")).toBeUndefined();
  });
});

describe("matchOption", () => {
  test.each([
    ["2", "kind (Kubernetes in Docker)"],
    ["2.", "kind (Kubernetes in Docker)"],
    ["#3", "Tailscale"],
    ["option 1", "Scaleway Kapsule"],
    ["the second", "kind (Kubernetes in Docker)"],
    ["The first one!", "Scaleway Kapsule"],
    ["it's the third option", "Tailscale"],
    ["Scaleway", "Scaleway Kapsule"],
    ["it runs on Kapsule", "Scaleway Kapsule"],
    ["tailscale", "Tailscale"],
    ["something else", "something else"],
    ["None of these.", "something else"],
    ["the last one", "something else"],
  ])("%s: %s", (message, expected) => {
    expect(matchOption(message, places)).toBe(expected);
  });

  test.each([
    "9",
    "0",
    "not Scaleway",
    "no idea",
    "don't know",
    "Scaleway?",
    "thanks",
    "",
    "2 nodes",
    "Scaleway and Tailscale",
  ])("%s picks none", (message) => {
    expect(matchOption(message, places)).toBeUndefined();
  });

  test.each([
    ["it's the source", "as a source"],
    ["as a destination", "as a destination"],
    ["destination", "as a destination"],
    ["1", "as a source"],
  ])("%s, of how it was seen", (message, expected) => {
    expect(matchOption(message, ["as a source", "as a destination", "something else"])).toBe(expected);
  });
});

describe("readReplies", () => {
  const asked = { text: `**${askedTexts.place}** (${places.join(", ")})`, fromBot: true };
  const first = { text: "What is 100.64.3.7?" };
  const spelled = (text: string, thread = [first, asked]) => {
    const question = sampleQuestion("q", { text, thread });
    return spellOutReplies(question, readReplies(question).replies);
  };

  test("a number stands for what was offered", () => {
    expect(spelled("2")).toEqual(["2. kind (Kubernetes in Docker)", first.text]);
  });

  test("something else rules out what was offered", () => {
    expect(spelled("none of these")[0]).toBe(
      "none of these. Not Scaleway Kapsule. Not kind (Kubernetes in Docker). Not Tailscale.",
    );
  });

  test("an earlier reply stays understood, and only what follows the question is one", () => {
    const thread = [first, asked, { text: "1" }, { text: "It is Kapsule's.", fromBot: true }];
    expect(spelled("2", thread)).toEqual(["2", "1. Scaleway Kapsule", first.text]);
    expect(spelled("2", [first])).toEqual(["2", first.text]);
  });

  test("what a person wrote is no question of ours", () => {
    const question = { text: "2", thread: [first, { text: asked.text }] };
    expect(readReplies(question)).toEqual({ attributes: new Set(), replies: [] });
  });

  test("says what was asked, also where nobody answered", () => {
    expect([...readReplies({ text: "And 10.0.0.1?", thread: [first, asked] }).attributes]).toEqual(["place"]);
  });
});
