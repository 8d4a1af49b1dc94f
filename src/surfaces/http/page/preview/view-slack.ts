import { z } from "zod";
import { element, type PageElement, type PageNode } from "../page-element.ts";
import { viewMrkdwn } from "./view-mrkdwn.ts";

const textSchema = z.object({ type: z.enum(["mrkdwn", "plain_text"]), text: z.string() });

/** The blocks this preview can draw (docs.slack.dev, Block Kit reference). */
const blockSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("section"), text: textSchema }),
  z.object({ type: z.literal("header"), text: textSchema }),
  z.object({ type: z.literal("context"), elements: z.array(textSchema) }),
  z.object({ type: z.literal("divider") }),
]);

type Block = z.infer<typeof blockSchema>;

/** A Slack message as it stands in a channel. A block that cannot be drawn is named, never dropped. */
export function viewSlack(message: { readonly text: string; readonly blocks: readonly unknown[] }): PageElement {
  const blocks = message.blocks.length > 0 ? message.blocks.map(viewUnknown) : viewMrkdwn(message.text);
  return element(
    "div",
    { class: "slack" },
    element("div", { class: "avatar", "aria-hidden": "true" }, "ip"),
    element("div", { class: "message" }, viewAuthor(), ...blocks),
  );
}

function viewAuthor(): PageElement {
  return element(
    "p",
    { class: "author" },
    element("strong", {}, "explain-ip"),
    " ",
    element("span", { class: "app" }, "APP"),
  );
}

function viewUnknown(block: unknown): PageElement {
  const known = blockSchema.safeParse(block);
  if (known.success) return viewBlock(known.data);
  const named = z.object({ type: z.string() }).safeParse(block);
  return element("p", { class: "fine" }, `(A block of type ${named.data?.type ?? "unknown"}, not drawn here.)`);
}

function viewBlock(block: Block): PageElement {
  if (block.type === "divider") return element("div", { class: "divider" });
  if (block.type === "header") return element("p", { class: "header" }, block.text.text);
  if (block.type === "section") return element("div", { class: "section" }, ...viewText(block.text));
  return element("div", { class: "context" }, ...block.elements.flatMap(viewText));
}

function viewText({ type, text }: z.infer<typeof textSchema>): PageNode[] {
  return type === "mrkdwn" ? viewMrkdwn(text) : [text];
}
