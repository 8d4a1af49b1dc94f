import { describe, expect, it } from "@jest/globals";
import { ExplainIpError } from "../../../src/errors.ts";
import { commandNames, parseCommandLine } from "../../../src/surfaces/cli/parse-command-line.ts";

const explain = { name: "explain", json: false, explainSilence: false } as const;

describe("parseCommandLine", () => {
  it.each([
    ["nothing", [], { name: "help" }],
    ["help", ["help"], { name: "help" }],
    ["--help", ["--help"], { name: "help" }],
    ["-h behind a command", ["knowledge", "find", "-h"], { name: "help" }],
    ["--version", ["--version"], { name: "version" }],
    ["-v", ["-v"], { name: "version" }],
    ["an address", ["10.0.0.1"], { ...explain, question: "10.0.0.1" }],
    ["a question in quotes", ["What is 10.0.0.1?"], { ...explain, question: "What is 10.0.0.1?" }],
    ["a question without quotes", ["what", "is", "10.0.0.1"], { ...explain, question: "what is 10.0.0.1" }],
    [
      "a question that begins with a command's name",
      ["help me with 10.0.0.1"],
      { ...explain, question: "help me with 10.0.0.1" },
    ],
    ["a question in another script", ["为什么是 100.64.3.7？"], { ...explain, question: "为什么是 100.64.3.7？" }],
    ["a host name", ["ip-10-0-1-23.ec2.internal"], { ...explain, question: "ip-10-0-1-23.ec2.internal" }],
    ["a word that explain is to take", ["explain", "localhost"], { ...explain, question: "localhost" }],
    ["a command's name that explain is to take", ["explain", "serve"], { ...explain, question: "serve" }],
    ["a question behind --", ["--", "-10.0.0.1?"], { ...explain, question: "-10.0.0.1?" }],
    [
      "a question with options around it",
      ["--json", "10.0.0.1", "--provider", "gke"],
      { ...explain, question: "10.0.0.1", json: true, provider: "gke" },
    ],
    ["an option with =", ["10.0.0.1", "--thread=t.txt"], { ...explain, question: "10.0.0.1", thread: "t.txt" }],
    [
      "--explain-silence",
      ["10.0.0.1", "--explain-silence"],
      { ...explain, question: "10.0.0.1", explainSilence: true },
    ],
    ["--save", ["10.0.0.1", "--save", "case"], { ...explain, question: "10.0.0.1", save: "case" }],
    ["--svg", ["10.0.0.1", "--svg", "way.svg"], { ...explain, question: "10.0.0.1", svg: "way.svg" }],
    ["--png", ["10.0.0.1", "--png", "way.png"], { ...explain, question: "10.0.0.1", png: "way.png" }],
    ["batch", ["batch"], { name: "batch" }],
    ["extract", ["extract"], { name: "extract" }],
    ["classify", ["classify"], { name: "classify" }],
    [
      "overlap",
      ["overlap", "10.0.0.0/8", "fd00::/8", "--json"],
      { name: "overlap", cidrs: ["10.0.0.0/8", "fd00::/8"], json: true },
    ],
    ["knowledge check", ["knowledge", "check"], { name: "knowledge", act: "check", json: false }],
    ["knowledge list", ["knowledge", "list", "--json"], { name: "knowledge", act: "list", json: true }],
    [
      "knowledge show",
      ["knowledge", "show", "gke/pods"],
      { name: "knowledge", act: "show", id: "gke/pods", json: false },
    ],
    [
      "knowledge find",
      ["knowledge", "find", "10.0.0.1"],
      { name: "knowledge", act: "find", address: "10.0.0.1", json: false },
    ],
    [
      "knowledge find of a product",
      ["knowledge", "find", "--product", "gke", "10.0.0.1"],
      { name: "knowledge", act: "find", address: "10.0.0.1", product: "gke", json: false },
    ],
    ["knowledge diff", ["knowledge", "diff", "old"], { name: "knowledge", act: "diff", folder: "old", json: false }],
    [
      "knowledge diff with golden questions",
      ["knowledge", "diff", "old", "--golden", "cases", "--json"],
      { name: "knowledge", act: "diff", folder: "old", golden: "cases", json: true },
    ],
    ["serve", ["serve"], { name: "serve" }],
    ["work", ["work"], { name: "work" }],
    ["mcp", ["mcp"], { name: "mcp" }],
    ["doctor", ["doctor", "--json"], { name: "doctor", json: true }],
  ])("reads %s", (_name, argv, command) => {
    expect(parseCommandLine(argv)).toEqual(command);
  });

  it.each([
    ["an unknown command", ["frobnicate"], ["frobnicate", "The commands are", "explain-ip explain frobnicate"]],
    ["a slip of the fingers", ["clasify"], ["Did you mean `classify`?"]],
    ["two swapped letters", ["btach"], ["Did you mean `batch`?"]],
    ["an unknown option", ["--jsn", "10.0.0.1"], ["--jsn", "explain-ip help"]],
    ["a question that begins with a dash", ["-10.0.0.1?"], ["'-1'", "goes after `--`"]],
    ["an option without its value", ["10.0.0.1", "--provider"], ["--provider"]],
    ["a value for a switch", ["10.0.0.1", "--json=yes"], ["--json"]],
    ["an empty question", [""], ["nothing to explain"]],
    ["a question of spaces", ["explain", "  "], ["nothing to explain"]],
    ["explain of nothing", ["explain"], ["nothing to explain", "100.64.3.7"]],
    ["overlap of nothing", ["overlap"], ["overlap 10.0.0.0/16"]],
    ["words behind batch", ["batch", "questions.jsonl"], ["questions.jsonl", "standard input"]],
    ["words behind serve", ["serve", "now"], ["now", "Leave it out"]],
    ["words behind mcp", ["mcp", "now"], ["now", "Leave it out"]],
    ["knowledge alone", ["knowledge"], ["`knowledge` is not complete", "check | list"]],
    ["an unknown act of knowledge", ["knowledge", "lst"], ["knowledge lst", "check | list"]],
    ["knowledge show of nothing", ["knowledge", "show"], ["show ID"]],
    ["knowledge find of nothing", ["knowledge", "find"], ["find ADDRESS"]],
    ["words too many behind knowledge check", ["knowledge", "check", "gke"], ['"gke"']],
    ["words too many behind knowledge find", ["knowledge", "find", "10.0.0.1", "10.0.0.2"], ['"10.0.0.2"']],
    ["--product without knowledge find", ["knowledge", "list", "--product", "gke"], ["--product", "knowledge find"]],
    ["--product for a question", ["10.0.0.1", "--product", "gke"], ["takes no --product"]],
    ["--provider for batch", ["batch", "--provider", "gke"], ["`batch` takes no --provider"]],
    ["--svg for extract", ["extract", "--svg", "way.svg"], ["`extract` takes no --svg"]],
    ["--save for batch", ["batch", "--save", "case"], ["`batch` takes no --save"]],
    ["--golden for another act", ["knowledge", "list", "--golden", "cases"], ["`--golden` goes with `knowledge diff`"]],
    ["knowledge diff of nothing", ["knowledge", "diff"], ["not complete", "diff OLD_FOLDER"]],
    ["--json for serve", ["serve", "--json"], ["`serve` takes no --json"]],
  ])("refuses %s", (_name, argv, words) => {
    const error = errorOf(argv);
    expect(error.code).toBe("bad-usage");
    for (const word of words) expect(`${error.message} ${error.remedy}`).toContain(word);
  });

  it("names every command in its advice", () => {
    expect(commandNames.filter((name) => !errorOf(["frobnicate"]).remedy.includes(name))).toEqual([]);
  });
});

function errorOf(argv: readonly string[]): ExplainIpError {
  try {
    parseCommandLine(argv);
  } catch (error) {
    if (error instanceof ExplainIpError) return error;
    throw error;
  }
  throw new Error(`${argv.join(" ")} is taken`);
}
