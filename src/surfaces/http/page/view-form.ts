import { element, type PageElement } from "./page-element.ts";
import type { PageForm } from "./page-form.ts";

const examples = [
  "Why do requests between my apps come from 100.64.3.7 on Scaleway?",
  "What is 169.254.169.254?",
  "We see 10.244.1.5 in our logs. Which range should we allow?",
];

/** The box to ask in, with examples and the earlier messages of a thread. */
export function viewForm({ question, earlier }: PageForm): PageElement {
  return element(
    "form",
    { id: "ask", method: "post", action: "/", class: "card" },
    element("label", { for: "question" }, "Your question"),
    element(
      "textarea",
      { id: "question", name: "question", rows: "4", "aria-describedby": "hint", spellcheck: "true" },
      question,
    ),
    viewEarlier(earlier),
    element(
      "div",
      { class: "send" },
      element("button", { type: "submit", class: "primary" }, "Explain"),
      element("span", { id: "hint", class: "fine" }, "Ctrl or ⌘ + Enter sends it."),
    ),
    element(
      "div",
      { class: "examples", role: "group", "aria-label": "Examples" },
      element("span", { class: "fine" }, "Try one:"),
      ...examples.map((text) => element("button", { type: "submit", name: "example", value: text }, text)),
    ),
  );
}

function viewEarlier(earlier: string): PageElement {
  const open: Readonly<Record<string, string>> = earlier === "" ? {} : { open: "" };
  return element(
    "details",
    open,
    element("summary", {}, "Earlier messages of the thread (optional)"),
    element("label", { for: "earlier", class: "fine" }, "Oldest first, a line of --- between two messages"),
    element("textarea", { id: "earlier", name: "earlier", rows: "4" }, earlier),
  );
}
