import type { Answer } from "../../../core/answer/answer.ts";
import type { Renderings } from "../http-parts.ts";
import { element, type PageElement, type PageNode } from "./page-element.ts";
import { viewMarkdown } from "./preview/view-markdown.ts";
import { viewSlack } from "./preview/view-slack.ts";

/** The three ways the same answer would look, one at a time, chosen by radio buttons: no script is needed for that. */
export function viewLooks(answer: Answer, renderings: Renderings): PageElement {
  const looks =
    answer.action === "silent" ? [element("p", {}, "Nothing would be posted.")] : viewEach(answer, renderings);
  return element(
    "section",
    { class: "card looks", "aria-labelledby": "looks-heading" },
    element("h2", { id: "looks-heading" }, "How it would look"),
    ...looks,
  );
}

function viewEach(answer: Answer, renderings: Renderings): PageNode[] {
  const markdown = renderings.forum(answer);
  return [
    element("div", { class: "tabs", role: "radiogroup", "aria-labelledby": "looks-heading" }, ...viewChoices()),
    viewLook("slack", "In Slack", viewSlack(renderings.slack(answer))),
    viewLook(
      "forum",
      "In the forum",
      element("div", { class: "post" }, ...viewMarkdown(markdown)),
      viewSource(markdown),
    ),
    viewLook("terminal", "In the terminal", element("pre", {}, renderings.terminal(answer))),
  ];
}

function viewChoices(): PageElement[] {
  return [["slack", "Slack"] as const, ["forum", "Forum"] as const, ["terminal", "Terminal"] as const].map(
    ([id, label], i) => {
      const checked: Readonly<Record<string, string>> = i === 0 ? { checked: "" } : {};
      return element(
        "label",
        {},
        element("input", { type: "radio", name: "look", id: `choose-${id}`, ...checked }),
        element("span", {}, label),
      );
    },
  );
}

function viewLook(id: string, label: string, ...children: readonly PageNode[]): PageElement {
  return element("div", { class: "look", id: `look-${id}`, role: "group", "aria-label": label }, ...children);
}

function viewSource(markdown: string): PageElement {
  return element("details", {}, element("summary", {}, "The Markdown that is posted"), element("pre", {}, markdown));
}
