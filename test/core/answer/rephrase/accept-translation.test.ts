import { describe, expect, test } from "@jest/globals";
import type { RephraseResult } from "../../../../src/core/answer/rephrase/accept-rephrasing.ts";
import { acceptTranslation } from "../../../../src/core/answer/rephrase/accept-translation.ts";
import { plainAnswer } from "./rephrasing-sample.ts";

const german = [
  "Kapsule gibt Pods Adressen aus 100.64.0.0/15, außer wenn beim Anlegen des Clusters mit `--pod-cidr` ein anderer Bereich angegeben wurde. Das kann später nicht geändert werden.",
  "Eine Service-Adresse wie 10.32.0.10:53 ist immer nur ein Ziel und nie eine Quelle.",
  "100.64.0.0/10 ist gemeinsam genutzter Adressraum (RFC 6598), weder öffentlich noch privat (RFC 1918).",
  "Seit Kubernetes v1.29 liegen die zwei Service-Bereiche in 10.32.0.0/20, nicht in fd00:10:32::/108.",
  "Der Empfänger sieht die eigene Adresse des Pods als Quelle, weil Cilium sie nicht umschreibt. Erlaube Port 443 zum Knoten.",
];
const [pods = "", service = "", shared = "", versions = "", receiver = ""] = german;

function translated(texts: readonly string[], language: "de" | "ru" | "ja" = "de"): RephraseResult {
  const [summary = "", ...details] = texts;
  return { status: "rephrased", model: "test-model", wording: { summary, details }, language };
}

const knownProducts = ["Kapsule", "Kubernetes", "Cilium", "Calico", "GKE"];
const productsIn = (text: string) => knownProducts.filter((name) => new RegExp(`\\b${name}\\b`, "i").test(text));
const accept = (result: RephraseResult) => acceptTranslation(plainAnswer, result, "public-forum", productsIn);

describe("a translation", () => {
  test("goes out as what it is, with the checked English behind it, and steps as they were", () => {
    const answer = accept(translated(german));
    expect(answer.composedBy).toEqual({ model: "test-model as a translation" });
    expect(answer.summary?.text).toBe(pods);
    const texts = answer.details.map(({ text }) => text);
    expect(texts.slice(0, 4)).toEqual(german.slice(1));
    expect(texts[4]).toBe(
      `The above is a machine translation. What was checked against the sources is this: ${plainAnswer.summary?.text}`,
    );
    expect(texts.slice(5)).toEqual(plainAnswer.details.map(({ text }) => text));
    expect(answer.steps).toBe(plainAnswer.steps);
    expect(answer.evidence).toBe(plainAnswer.evidence);
    expect(answer.action).toBe(plainAnswer.action);
  });

  test("into a script without spaces is read too", () => {
    const texts = [
      "Kapsuleは、クラスタの作成時に`--pod-cidr`で別の範囲を指定しない限り、100.64.0.0/15からPodにアドレスを割り当てます。後から変更できません。",
      "10.32.0.10:53のようなServiceのアドレスは宛先にしかならず、送信元にはなりません。",
      "100.64.0.0/10は共有アドレス空間(RFC 6598)で、パブリックでもプライベート(RFC 1918)でもありません。",
      "Kubernetes v1.29以降、2つのServiceの範囲は10.32.0.0/20の中にあり、fd00:10:32::/108の中にはありません。",
      "受信側にはPod自身のアドレスが送信元として見えます。Ciliumが書き換えないためです。ノードへのポート443を許可してください。",
    ];
    expect(accept(translated(texts, "ja")).summary?.text).toBe(texts[0]);
  });

  test.each<[what: string, at: number, text: string]>([
    ["a changed digit", 0, pods.replace("100.64", "100.65")],
    ["a changed prefix length", 0, pods.replace("/15", "/16")],
    ["a figure dropped", 2, shared.replace(" (RFC 1918)", "")],
    ["a figure twice", 2, `${shared} Also 100.64.0.0/10.`],
    ["another statement's figure", 1, service.replace("10.32.0.10", "100.64.0.0/15")],
    ["a figure added", 4, `${receiver} Und auch 0.0.0.0/0.`],
    ["a port changed", 4, receiver.replace("443", "80")],
    ["a port dropped", 1, service.replace(":53", "")],
    ["a version changed", 3, versions.replace("1.29", "1.30")],
    ["digits of another script", 1, service.replace("53", "٥٣")],
    ["full-width digits", 0, pods.replace("100.64", "１００.64")],
    ["a homoglyph", 4, receiver.replace("Cilium", "Сilium")],
    ["an invisible character", 1, service.replace("nie", "n\u200bie")],
    ["a bidirectional override", 1, `\u202e${service}`],
    ["another flag", 0, pods.replace("--pod-cidr", "--service-cidr")],
    ["a flag without its code", 0, pods.replace("`--pod-cidr`", "--pod-cidr")],
    ["code added", 4, `${receiver} \`kubectl delete node\``],
    ["a flag added", 4, receiver.replace("443", "443 --force")],
    ["an option added", 4, receiver.replace("Port 443", "externalTrafficPolicy und Port 443")],
    ["an acronym added", 4, receiver.replace("Port 443", "TCP Port 443")],
    ["an acronym dropped", 2, shared.replaceAll("RFC ", "")],
    ["another product", 0, pods.replace("Kapsule", "GKE")],
    ["a product dropped", 0, pods.replace("Kapsule", "Der Anbieter")],
    ["a product added", 4, receiver.replace("Cilium", "Cilium oder Calico")],
    ["a URL", 4, `${receiver} https://evil.example/`],
    ["a bare host name", 4, `${receiver} evil.example`],
    ["a link", 4, receiver.replace("Cilium", "[Cilium](//evil)")],
    ["a Slack mention", 4, `<!channel> ${receiver}`],
    ["@here", 4, `@here ${receiver}`],
    ["bold", 4, receiver.replace("Cilium", "**Cilium**")],
    ["an open backtick", 4, `${receiver} \``],
    ["nothing", 4, " "],
    ["a flood", 4, `${receiver} ${"ja ".repeat(200)}`],
  ])("is thrown away for %s", (_what, at, text) => {
    expect(text).not.toBe(german[at]);
    expect(accept(translated(german.with(at, text)))).toBe(plainAnswer);
  });

  test("is thrown away where it is not in the language that was asked for", () => {
    expect(accept(translated(german, "ru"))).toBe(plainAnswer);
    const english = [plainAnswer.summary?.text ?? "", ...plainAnswer.details.map(({ text }) => text)];
    expect(accept(translated(english))).toBe(plainAnswer);
    expect(accept(translated(english.with(1, english[1]?.replace("never a source", "a source") ?? "")))).toBe(
      plainAnswer,
    );
  });

  test("is thrown away with a statement too many or too few, or two in each other's place", () => {
    expect(accept(translated([...german, "Ja."]))).toBe(plainAnswer);
    expect(accept(translated(german.slice(1)))).toBe(plainAnswer);
    expect(accept(translated([pods, shared, service, versions, receiver]))).toBe(plainAnswer);
  });

  test("says the opposite only beside the English that it is held against", () => {
    const answer = accept(translated(german.with(1, service.replace("nie eine", "auch eine"))));
    expect(answer.details.map(({ text }) => text)).toContain(plainAnswer.details[0]?.text);
  });

  test("a model that was not there leaves the plain answer", () => {
    expect(accept({ status: "unavailable", reason: "it was not asked" })).toBe(plainAnswer);
  });
});
