import type { Certainty } from "../../../core/answer/answer.ts";
import { element, type PageElement } from "./page-element.ts";

const meanings: Readonly<Record<Certainty, readonly [label: string, meaning: string]>> = {
  observed: ["Observed", "seen in the cluster itself"],
  documented: ["Documented", "stands in the product's own code or documentation"],
  likely: ["Likely", "fits best, but nothing here proves it"],
  possible: ["Possible", "one of several meanings; nothing here decides"],
};

/** How sure the answer is, as a label and in words. */
export function viewCertainty(certainty: Certainty): PageElement {
  const [label, meaning] = meanings[certainty];
  return element("p", { class: "certainty" }, element("strong", { class: `badge ${certainty}` }, label), ` ${meaning}`);
}
