import { element, type PageElement } from "./page-element.ts";

/** A failure where the answer would stand. */
export function viewFailure(message: string): PageElement {
  return element(
    "article",
    { class: "card failure", role: "alert" },
    element("h2", { id: "result-heading", tabindex: "-1" }, "That did not work"),
    element("p", {}, message),
  );
}
