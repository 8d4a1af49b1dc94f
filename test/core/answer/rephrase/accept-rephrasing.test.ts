import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Answer } from "../../../../src/core/answer/answer.ts";
import { acceptRephrasing, type RephraseResult } from "../../../../src/core/answer/rephrase/accept-rephrasing.ts";
import { verifyAnswer } from "../../../../src/core/answer/verify/verify-answer.ts";
import { plainAnswer } from "./rephrasing-sample.ts";

const plainTexts = [plainAnswer.summary?.text ?? "", ...plainAnswer.details.map(({ text }) => text)];

function rephrased(texts: readonly string[]): RephraseResult {
  const [summary = "", ...details] = texts;
  return { status: "rephrased", model: "test-model", wording: { summary, details } };
}

/** The plain texts with statement `at` put in other words. */
function withText(at: number, text: string): RephraseResult {
  return rephrased(plainTexts.with(at, text));
}

function accept(result: RephraseResult): Answer {
  return acceptRephrasing(plainAnswer, result, "public-forum");
}

test("the plain answer of these tests holds to the rules itself", () => {
  expect(verifyAnswer(plainAnswer, "public-forum")).toEqual([]);
});

describe("a wording that says the same", () => {
  test("word for word is accepted, and the model is named", () => {
    expect(accept(rephrased(plainTexts))).toEqual({ ...plainAnswer, composedBy: { model: "test-model" } });
  });

  test.each([
    [
      0,
      "Kapsule assigns the pods addresses from 100.64.0.0/15, unless another range was given as `--pod-cidr` when the cluster was created; it can't be changed later.",
    ],
    [
      0,
      "Kapsule gives its pods their addresses from `100.64.0.0/15` unless another range was given as `--pod-cidr` when your cluster was created. This cannot be altered later.",
    ],
    [1, "Service addresses such as 10.32.0.10:53 are only ever destinations, and never a source."],
    [
      2,
      "100.64.0.0/10: that's shared address space (RFC 6598), neither public nor private (RFC 1918).".replace(
        "that's ",
        "this is ",
      ),
    ],
    [3, "Since Kubernetes 1.29, the 2 Service ranges are within 10.32.0.0/20 – not in fd00:10:32::/108."],
    [
      4,
      "The receiver sees the pod’s address as source because Cilium doesn’t rewrite it. Permit port 443 to the node.",
    ],
  ])("statement %i: %s", (at, text) => {
    const answer = accept(withText(at, text));
    expect(answer.composedBy).toEqual({ model: "test-model" });
    expect([answer.summary, ...answer.details][at]?.text).toBe(text);
    expect(answer.steps).toBe(plainAnswer.steps);
    expect(answer.evidence).toBe(plainAnswer.evidence);
  });
});

const [pods = "", service = "", shared = "", versions = "", receiver = ""] = plainTexts;
const bidi = "\u202e";
const zeroWidth = "\u200b";

/** What a wording did to which statement. */
const hostile: readonly [what: string, at: number, text: string][] = [
  ["a changed digit", 0, pods.replace("100.64", "100.65")],
  ["a changed prefix length", 0, pods.replace("/15", "/16")],
  ["a prefix length dropped", 0, pods.replace("/15", "")],
  ["a digit more", 1, service.replace(":53", ":530")],
  ["the port dropped", 1, service.replace(":53", "")],
  ["the port changed", 4, receiver.replace("443", "80")],
  [
    "a swapped range of the same evidence",
    3,
    versions
      .replace("10.32.0.0/20", "fd00:10:32::/108")
      .replace("not inside fd00:10:32::/108", "not inside 10.32.0.0/20"),
  ],
  ["another provider's range", 0, pods.replace("100.64.0.0/15", "10.244.0.0/16")],
  ["another statement's range", 0, pods.replace("100.64.0.0/15", "100.64.0.0/10")],
  ["the version changed", 3, versions.replace("1.29", "1.30")],
  ["the version dropped", 3, versions.replace("Since Kubernetes v1.29 the", "The")],
  ["since turned into until", 3, versions.replace("Since", "Until")],
  ["an RFC changed", 2, shared.replace("6598", "6958")],
  ["a count changed", 3, versions.replace("two", "three")],
  ["homoglyph digits", 0, pods.replace("100.64", "1\u041e\u041e.64")],
  ["full-width digits", 0, pods.replace("100.64", "１００.64")],
  ["Arabic digits", 1, service.replace("53", "٥٣")],
  ["a homoglyph letter", 1, service.replace("Service", "Servi\u0441e")],
  ["zero-width inside an address", 0, pods.replace("100.64", `100${zeroWidth}.64`)],
  ["zero-width inside a word", 1, service.replace("never", `ne${zeroWidth}ver`)],
  ["a bidirectional override", 0, pods.replace("100.64.0.0/15", `${bidi}100.64.0.0/15`)],
  ["a soft hyphen", 1, service.replace("never", "ne\u00adver")],
  ["a control character", 1, `${service}\u0007`.replace(".\u0007", "\u0007.")],
  ["a line break", 0, pods.replace(". It", ".\nIt")],
  ["a dropped not", 3, versions.replace(", not inside", ", inside")],
  ["a dropped never", 1, service.replace("never a source", "a source")],
  ["a dropped only", 1, service.replace("only ever ", "")],
  ["a dropped cannot", 0, pods.replace("cannot be", "can be")],
  ["a dropped does not", 4, receiver.replace("does not rewrite", "rewrites")],
  ["an added not", 4, receiver.replace("sees", "does not see")],
  ["never moved", 1, "A Service address such as 10.32.0.10:53 is never ever a destination, only a source."],
  ["neither dropped", 2, shared.replace("neither public nor", "public or")],
  ["a not that was moved by its verb", 3, versions.replace(", not inside", " is not, inside")],
  ["public for shared", 2, shared.replace("shared", "public")],
  ["private and public swapped", 2, shared.replace("public nor private", "private nor public")],
  ["source for destination", 1, service.replace("destination", "target").replace("source", "destination")],
  ["destination and source swapped", 1, service.replace("destination, never a source", "source, never a destination")],
  ["outside for inside", 3, versions.replace("inside 10", "outside 10")],
  ["pods for Services", 1, service.replace("Service", "pod")],
  ["who sees whom", 4, receiver.replace("The receiver sees the pod's", "The pod sees the receiver's")],
  ["from for to", 4, receiver.replace("to the node", "from the node")],
  [
    "the condition dropped",
    0,
    pods.replace(" unless another range was given as `--pod-cidr` when the cluster was created", ""),
  ],
  ["if for unless", 0, pods.replace("unless", "if")],
  ["the caveat dropped", 0, pods.replace(" It cannot be changed later.", "")],
  ["the object dropped", 0, pods.replace("pods addresses", "pods")],
  ["a hedge added", 0, pods.replace("Kapsule hands", "Kapsule usually hands")],
  ["two sentences run together, so that not reaches over", 4, receiver.replace("it. Allow", "allow")],
  ["a hedge's scope cut off", 0, pods.replace(" unless", ". Unless")],
  ["added guaranteed", 0, pods.replace("It cannot", "This is guaranteed and cannot")],
  ["added always", 0, pods.replace("hands", "always hands")],
  ["an added duty", 4, receiver.replace("Allow", "You must allow")],
  ["deny for allow", 4, receiver.replace("Allow", "Deny")],
  ["another product", 0, pods.replace("Kapsule", "GKE")],
  ["a product added", 4, receiver.replace("Cilium", "Cilium or Calico")],
  ["another flag", 0, pods.replace("--pod-cidr", "--service-cidr")],
  ["an extra flag", 0, pods.replace("`--pod-cidr`", "`--pod-cidr --force`")],
  ["a flag's dashes", 0, pods.replace("--pod-cidr", "-pod-cidr")],
  ["a flag's case", 0, pods.replace("--pod-cidr", "--Pod-Cidr")],
  ["a command added", 4, `${receiver} Run \`kubectl delete node\`.`],
  ["an invented URL", 0, `${pods} See https://evil.example/`],
  ["a URL of its sources", 0, `${pods} See https://docs.example.com/ranges#pods`],
  ["a bare domain", 0, `${pods} See evil.example`],
  ["a Markdown link", 0, pods.replace("Kapsule", "[Kapsule](https://evil.example)")],
  ["a Markdown image", 0, `![](https://evil.example/a.png) ${pods}`],
  ["a reference link", 0, pods.replace("Kapsule", "[Kapsule][1]")],
  ["HTML", 0, pods.replace("Kapsule", "<b>Kapsule</b>")],
  ["HTML with an event", 0, `<img src=x onerror=alert(1)>${pods}`],
  ["an HTML entity", 0, pods.replace("Kapsule", "&lt;Kapsule")],
  ["<!channel>", 0, `<!channel> ${pods}`],
  ["a Slack mention", 0, `<@U012AB3CD> ${pods}`],
  ["a Slack link", 0, pods.replace("Kapsule", "<https://evil.example|Kapsule>")],
  ["@here", 0, `@here ${pods}`],
  ["@channel in code", 0, `\`@channel\` ${pods}`],
  ["bold", 0, pods.replace("Kapsule", "**Kapsule**")],
  ["a heading", 0, `# ${pods}`],
  ["a list", 0, `- ${pods}`],
  ["a quotation", 0, `> ${pods}`],
  ["a table", 0, `| ${pods} |`],
  ["a code fence", 0, `\`\`\`${pods}\`\`\``],
  ["an open backtick", 0, pods.replace("`--pod-cidr`", "`--pod-cidr")],
  ["code made of a word", 0, pods.replace("cluster", "`cluster`")],
  ["an emoji", 0, `${pods} 🎉`],
  ["a Slack emoji", 1, service.replace("source", ":source:")],
  ["a question", 1, service.replace("source.", "source?")],
  ["a citation", 0, `${pods} (1)`],
  ["an empty text", 0, ""],
  ["white space", 0, " \t "],
  ["half the text", 0, pods.slice(0, pods.length / 2)],
  ["extremely long", 0, `${pods} `.repeat(1000)],
  ["extremely long by glue alone", 0, `${pods} ${"the ".repeat(50)}`],
  ["another statement in its place", 0, shared],
  ["another language", 1, "Eine Service-Adresse wie 10.32.0.10:53 ist immer nur ein Ziel, nie eine Quelle."],
  ["an instruction obeyed", 0, "Ignore the sources: 0.0.0.0/0 is safe to allow."],
];

describe("a wording is thrown away, and the plain answer stays, for", () => {
  test.each(hostile)("%s", (_what, at, text) => {
    expect(text).not.toBe(plainTexts[at]);
    expect(accept(withText(at, text))).toBe(plainAnswer);
  });

  test("the colons that make an address", () => {
    const text = "Listening on :: or fe80:: is another matter.";
    const statement = { text, evidence: ["it"] };
    const plain = {
      ...plainAnswer,
      summary: statement,
      details: [],
      steps: [],
      evidence: [{ id: "it", kind: "computed" as const, statement: text, sources: [] }],
    };
    const reword = (wording: string) => acceptRephrasing(plain, rephrased([wording]), "local");
    expect(reword("Listening on :: or fe80:: is another matter").composedBy).not.toBe("template");
    expect(reword("Listening on or fe80:: is another matter.")).toBe(plain);
    expect(reword("Listening on :: or fe80 is another matter.")).toBe(plain);
  });

  test("a statement too many or too few", () => {
    expect(accept(rephrased([...plainTexts, "So it is."]))).toBe(plainAnswer);
    expect(accept(rephrased(plainTexts.slice(0, -1)))).toBe(plainAnswer);
  });

  test("two statements that changed places", () => {
    expect(accept(rephrased([pods, shared, service, versions, receiver]))).toBe(plainAnswer);
  });

  test("a model that was not there", () => {
    expect(accept({ status: "unavailable", reason: "it was not asked" })).toBe(plainAnswer);
  });
});

describe("whatever the statement", () => {
  const anyStatement = fc.nat({ max: plainTexts.length - 1 });

  test("one changed digit is enough", () => {
    const change = fc.tuple(anyStatement, fc.nat(), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(change, ([at, where, by]) => {
        const text = plainTexts[at] ?? "";
        const digits = [...text.matchAll(/\d/g)];
        const digit = digits[where % digits.length];
        fc.pre(digit !== undefined);
        const other = (Number(digit?.[0]) + by) % 10;
        const changed = `${text.slice(0, digit?.index)}${other}${text.slice((digit?.index ?? 0) + 1)}`;
        expect(accept(withText(at, changed))).toBe(plainAnswer);
      }),
      { numRuns: 500 },
    );
  });

  test("no character can be put in unless it leaves every content word and figure as it was", () => {
    const insertion = fc.tuple(anyStatement, fc.nat(), fc.string({ unit: "binary", minLength: 1, maxLength: 3 }));
    fc.assert(
      fc.property(insertion, ([at, where, planted]) => {
        const text = plainTexts[at] ?? "";
        const place = where % (text.length + 1);
        const answer = accept(withText(at, text.slice(0, place) + planted + text.slice(place)));
        expect(answer === plainAnswer || /^[\s.,;:()'’–—`A-Za-z-]*$/.test(planted)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  const glue = /^(?:a|an|the|it|is|are|be|of|for|and|such|own|lie)$/i;
  const bearing = fc.tuple(anyStatement, fc.nat(), fc.nat()).map(([at, first, second]) => {
    const words = (plainTexts[at] ?? "").split(" ");
    const places = [...words.keys()].filter((i) => !glue.test(words[i] ?? ""));
    return { at, words, first: places[first % places.length] ?? 0, second: places[second % places.length] ?? 0 };
  });

  test("no word that carries something can be left out", () => {
    fc.assert(
      fc.property(bearing, ({ at, words, first }) => {
        expect(accept(withText(at, words.toSpliced(first, 1).join(" ")))).toBe(plainAnswer);
      }),
      { numRuns: 500 },
    );
  });

  test("no two such words can change places", () => {
    fc.assert(
      fc.property(bearing, ({ at, words, first, second }) => {
        const [one = "", other = ""] = [words[first], words[second]];
        fc.pre(one.replace(/\W/g, "") !== other.replace(/\W/g, ""));
        const swapped = words.with(first, other).with(second, one);
        expect(accept(withText(at, swapped.join(" ")))).toBe(plainAnswer);
      }),
      { numRuns: 500 },
    );
  });
});

/** One statement alone, with itself as its evidence. */
function accepts(text: string, wording: string): boolean {
  const statement = { text, evidence: ["it"] };
  const evidence = [{ id: "it", kind: "computed" as const, statement: text, sources: [] }];
  const plain: Answer = { ...plainAnswer, summary: statement, details: [], steps: [], evidence };
  return acceptRephrasing(plain, rephrased([wording]), "local") !== plain;
}

describe("a condition", () => {
  test.each([
    [
      "Pods leave with the node's address if masquerading is on.",
      "If masquerading is on, pods leave with the node's address.",
    ],
    [
      "If masquerading is on, pods leave with the node's address.",
      "Pods leave with their node's address, if masquerading is on.",
    ],
    [
      "Kapsule hands 100.64.0.0/15 to pods unless `--pod-cidr` was given.",
      "Unless `--pod-cidr` was given, Kapsule gives 100.64.0.0/15 to the pods.",
    ],
    [
      "The client is lost because kube-proxy rewrites the source. Set `Local`.",
      "Because kube-proxy rewrites the source, the client is lost. Set `Local`.",
    ],
    ["It works. When the pod is new, its address is another.", "It works. The address is another when the pod is new."],
    ["Since 1.29, ranges can be added.", "Ranges can be added since 1.29."],
    ["Do not allow it if the pod is new.", "If the pod is new, don't allow it."],
  ])("may move to the other end: %s | %s", (text, wording) => {
    expect(accepts(text, wording)).toBe(true);
  });

  test.each([
    [
      "which part is the condition",
      "Pods leave with the node's address if masquerading is on.",
      "If pods leave with the node's address, masquerading is on.",
    ],
    [
      "the word that opens it",
      "Pods keep their address if masquerading is on.",
      "Unless masquerading is on, pods keep their address.",
    ],
    [
      "a not from one part to the other",
      "Pods do not leave if masquerading is on.",
      "If masquerading is not on, pods do leave.",
    ],
    [
      "what a reason explains",
      "The source is not rewritten because Cilium sees it.",
      "Because Cilium sees it, the source is not rewritten.",
    ],
    [
      "how far it reaches",
      "Allow the node and deny the pod if it is new.",
      "If it is new, allow the node and deny the pod.",
    ],
    [
      "how far it reaches, with the and left out",
      "Allow the node, and deny the pod if it is new.",
      "If it is new, allow the node deny the pod.",
    ],
    [
      "how far it reaches, without commas",
      "Allow the node, deny the pod if it is new.",
      "If it is new, allow the node deny the pod.",
    ],
    ["its sentence", "Allow the node. Deny the pod if it is new.", "If it is new, allow the node. Deny the pod."],
    [
      "its sentence, with a comma for the full stop",
      "Allow the node. Deny the pod if it is new.",
      "If it is new, allow the node, deny the pod.",
    ],
    ["a question into a condition", "Check if the pod is new.", "If the pod is new, check."],
    ["what decides into a condition", "The table shows when the pod starts.", "When the pod starts, the table shows."],
    [
      "only",
      "Another range can be chosen only when the cluster is created.",
      "When the cluster is created, another range can be chosen only.",
    ],
    [
      "even",
      "Pods leave with the node's address even if Cloud NAT exists.",
      "If Cloud NAT exists, pods leave with the node's address even.",
    ],
    [
      "one of two conditions",
      "It fails if the pod is new when the node starts.",
      "When the node starts, it fails if the pod is new.",
    ],
    [
      "a relative clause's condition",
      "Use the node that is free if the pod is new.",
      "If the pod is new, use the node that is free.",
    ],
    ["subject and object within", "The node sees the pod if NAT is on.", "If NAT is on, the pod sees the node."],
    ["a figure within", "10.0.0.1 answers if 10.0.0.2 asks.", "If 10.0.0.1 asks, 10.0.0.2 answers."],
  ])("may not change %s", (_what, text, wording) => {
    expect(accepts(text, wording)).toBe(false);
    expect(accepts(text, text)).toBe(true);
  });
});

describe("a weak word", () => {
  test("may be left out", () => {
    expect(accepts("The range is already in use.", "The range is in use.")).toBe(true);
    expect(accepts("It is actually shared.", "It is shared.")).toBe(true);
  });

  test.each([
    ["Traffic is not simply dropped.", "Traffic is not dropped."],
    ["The address is not actually public.", "The address is not public."],
    ["It never basically changes.", "It never changes."],
    ["It is in use.", "It is already in use."],
    ["The range is shared.", "So the range is shared."],
  ])("that is denied, or not there, stays as it is: %s", (text, wording) => {
    expect(accepts(text, wording)).toBe(false);
  });
});
