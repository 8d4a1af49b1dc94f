import type { Answer, Citation } from "../../../core/answer/answer.ts";
import { citationNumbers } from "../../../core/answer/compose-answer.ts";
import type { Evidence, EvidenceKind } from "../../../core/evidence/evidence.ts";
import type { SourceKind } from "../../../core/knowledge/source.ts";
import { inlineCode } from "./inline-code.ts";
import { element, link, type PageElement, type PageNode } from "./page-element.ts";
import { viewNumbers } from "./view-numbers.ts";

const sourceKinds: Readonly<Record<SourceKind, string>> = {
  code: "source code",
  "vendor-docs": "vendor documentation",
  standard: "standard",
  observed: "observed",
};

const evidenceKinds: Readonly<Record<EvidenceKind, string>> = {
  registry: "Registry",
  computed: "Computed",
  fact: "Product fact",
  article: "Article",
  lookup: "Cluster look-up",
  question: "Your question",
};

/** The numbered sources, with the place on the page and the day it was read; nothing when there are none. */
export function viewSources({ citations }: Answer): PageNode[] {
  if (citations.length === 0) return [];
  return [element("h3", {}, "Sources"), element("ol", { class: "sources" }, ...citations.map(viewCitation))];
}

function viewCitation({ number, url, title, locator, kind, checkedOn }: Citation): PageElement {
  return element(
    "li",
    { id: `source-${number}`, value: String(number) },
    link(url, title),
    element(
      "span",
      { class: "fine" },
      ` ${sourceKinds[kind]}, ${locator ? `${locator}, ` : ""}read `,
      viewDay(checkedOn),
    ),
  );
}

/** The evidence, folded; nothing when there is none. */
export function viewEvidence(answer: Answer): PageNode[] {
  if (answer.evidence.length === 0) return [];
  const items = answer.evidence.map((item) => viewItem(answer, item));
  const summary = element("summary", {}, `Evidence (${items.length})`);
  return [element("details", { class: "evidence" }, summary, element("ul", {}, ...items))];
}

function viewItem(answer: Answer, item: Evidence): PageElement {
  const numbers = citationNumbers(answer, { text: "", evidence: [item.id] });
  return element(
    "li",
    {},
    element("span", { class: "kind" }, evidenceKinds[item.kind]),
    " ",
    ...inlineCode(item.statement),
    ...viewNumbers(numbers),
    element(
      "span",
      { class: "fine" },
      ` ${item.id}`,
      ...(item.observedAt ? [", seen ", viewDay(item.observedAt)] : []),
    ),
  );
}

function viewDay(day: string): PageElement {
  return element("time", { datetime: day }, day);
}
