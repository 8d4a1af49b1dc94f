import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { escapeMarkdown } from "../../../src/core/answer/render-markdown.ts";
import type { PageNode } from "../../../src/surfaces/http/page/page-element.ts";
import { viewMarkdown } from "../../../src/surfaces/http/page/preview/view-markdown.ts";
import { viewMrkdwn } from "../../../src/surfaces/http/page/preview/view-mrkdwn.ts";
import { viewSlack } from "../../../src/surfaces/http/page/preview/view-slack.ts";
import { renderHtml } from "../../../src/surfaces/http/page/render-html.ts";
import { escapeMrkdwn } from "../../../src/surfaces/slack/render/escape-mrkdwn.ts";

const html = (nodes: readonly PageNode[]) => nodes.map(renderHtml).join("");
const textOf = (node: PageNode): string => (typeof node === "string" ? node : node.children.map(textOf).join(""));

describe("viewMarkdown", () => {
  it.each<[string, string, string]>([
    ["paragraphs", "One\nline.\n\nTwo.", "<p>One\nline.</p><p>Two.</p>"],
    [
      "bold, code and escapes",
      "**Do** `a*b*` \\*not\\* \\[1\\]",
      "<p><strong>Do</strong> <code>a*b*</code> *not* [1]</p>",
    ],
    ["a list", "- one\n- two", "<ul><li>one</li><li>two</li></ul>"],
    ["an ordered list that goes on", "3. c\n4. d", '<ol start="3"><li>c</li><li>d</li></ol>'],
    [
      "a command within an item",
      "- Look:\n\n  ```sh\n  kubectl get pods\n    -A\n  ```\n- Then:",
      "<ul><li>Look:<pre>\n<code>kubectl get pods\n  -A</code></pre></li><li>Then:</li></ul>",
    ],
    ["a list under a heading", "**What**\n\n- a\n\nEnd", "<p><strong>What</strong></p><ul><li>a</li></ul><p>End</p>"],
    [
      "a source",
      "1. [A \\[b\\] title](<https://example.org/a_b>), read 2026-11-23",
      '<ol start="1"><li><a href="https://example.org/a_b" rel="noreferrer">A [b] title</a>, read 2026-11-23</li></ol>',
    ],
    ["a link that is no web address", "[x](<javascript:alert(1)>)", "<p><span>x</span></p>"],
    ["mark-up in HTML", "<b>no</b>", "<p>&lt;b&gt;no&lt;/b&gt;</p>"],
    ["a fence that never closes", "```\na\n\nb", "<pre>\n<code>a\n\nb</code></pre>"],
  ])("shows %s", (_name, markdown, expected) => {
    expect(html(viewMarkdown(markdown))).toBe(expected);
  });

  it("shows escaped text as it was", () => {
    const line = fc.string({ unit: fc.constantFrom(..."ab *_[]()<>#~|\\!.") }).map((text) => `x${text.trim()}x`);
    fc.assert(fc.property(line, (text) => expect(viewMarkdown(escapeMarkdown(text)).map(textOf).join("")).toBe(text)));
  });
});

describe("viewMrkdwn", () => {
  it.each<[string, string, string]>([
    ["lines", "one\ntwo", "<div>one</div><div>two</div>"],
    ["bold, italic and code", "*a* _b_ `c_d_`", "<div><strong>a</strong> <em>b</em> <code>c_d_</code></div>"],
    ["marks within words", "pod_cidr_x 2*3*4", "<div>pod_cidr_x 2*3*4</div>"],
    [
      "a link",
      "<https://example.org/?a=1&amp;b|The &lt;page&gt;>, §7",
      '<div><a href="https://example.org/?a=1&amp;b" rel="noreferrer">The &lt;page&gt;</a>, §7</div>',
    ],
    ["a command", "Run:\n```\necho '&lt;a&gt;' *b*\n```", "<div>Run:</div><pre>\necho &#39;&lt;a&gt;&#39; *b*</pre>"],
    ["an escape that was escaped", "&amp;lt;", "<div>&amp;lt;</div>"],
  ])("shows %s", (_name, mrkdwn, expected) => {
    expect(html(viewMrkdwn(mrkdwn))).toBe(expected);
  });

  it("shows what Slack escapes as it was", () => {
    const word = fc.string({ unit: fc.constantFrom(..."ab&<>;lt") });
    fc.assert(fc.property(word, (text) => expect(viewMrkdwn(escapeMrkdwn(text)).map(textOf).join("")).toBe(text)));
  });
});

describe("viewSlack", () => {
  it("draws the blocks, and names the one it cannot draw", () => {
    const blocks = [
      { type: "header", text: { type: "plain_text", text: "*Head*" } },
      { type: "section", text: { type: "mrkdwn", text: "*Body*" } },
      { type: "divider" },
      { type: "carousel", cards: [] },
      null,
    ];
    const shown = renderHtml(viewSlack({ text: "", blocks }));
    expect(shown).toContain('<p class="header">*Head*</p>');
    expect(shown).toContain("<strong>Body</strong>");
    expect(shown).toContain("(A block of type carousel, not drawn here.)");
    expect(shown).toContain("(A block of type unknown, not drawn here.)");
  });

  it("shows the text of a message without blocks", () => {
    expect(textOf(viewSlack({ text: "Only *text*", blocks: [] }))).toContain("Only text");
  });
});

describe("renderHtml", () => {
  it("writes any text so that a browser reads back the same", () => {
    const readBack = (text: string) =>
      text.replace(
        /&(amp|lt|gt|quot|#39);/g,
        (whole) => ({ "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' })[whole] ?? "'",
      );
    fc.assert(
      fc.property(fc.string(), (text) => {
        const written = renderHtml({ tag: "p", attributes: { title: text }, children: [text] });
        const parts = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/.exec(written);
        expect(parts?.slice(1).map(readBack)).toEqual([text, text]);
      }),
    );
  });
});
