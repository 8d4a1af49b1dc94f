import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { dropMentions, mentions } from "../../../src/surfaces/discourse/webhook/mention.ts";

const bot = "explain-ip";

describe("a mention of the bot", () => {
  it.each([
    ["alone", "@explain-ip"],
    ["before a question", "@explain-ip what is 100.64.3.7?"],
    ["in other letters", "@Explain-IP what is it?"],
    ["at the end of a sentence", "Ask @explain-ip."],
    ["in brackets", "Thanks (@explain-ip)!"],
    ["after a quote", '[quote="alice, post:1, topic:2"]\nit is ours\n[/quote]\n@explain-ip is it?'],
    ["after a quote in a quote", "[quote]a[quote]b[/quote]c[/quote] @explain-ip"],
    ["after a quote that is never closed", '[quote="alice"] @explain-ip is it?'],
    ["in a quote that is never closed, before one that is", "[quote] @explain-ip is it? [quote]b[/quote]"],
    ["after a > quote", "> it is ours\n\n@explain-ip is it?"],
    ["after code", "```\nip a\n```\n@explain-ip what is it?"],
    ["after inline code", "`10.0.0.1` @explain-ip"],
    ["after inline code in three backticks", "```10.0.0.1``` says\n@explain-ip"],
    ["after a lonely backtick", "that's a ` and @explain-ip"],
    ["in bold", "**@explain-ip** please"],
    ["in an indented line of a paragraph", "so\n    @explain-ip is it?"],
  ])("counts %s", (_, raw) => {
    expect(mentions(raw, bot)).toBe(true);
  });

  it.each([
    ["without the sign", "explain-ip what is 100.64.3.7?"],
    ["of another, longer name", "@explain-ip-staging what is it?"],
    ["of a longer name with a dot", "@explain-ip.eu"],
    ["of a longer name with letters", "@explain-ipé"],
    ["in a mail address", "ops@explain-ip"],
    ["in a web address", "https://chat.example/@explain-ip"],
    ["in inline code", "write `@explain-ip` to ask"],
    ["in inline code with two backticks", "write ``@explain-ip `x` `` to ask"],
    ["in a fence", "```\n@explain-ip\n```"],
    ["in a fence of tildes with backticks in it", "~~~\n```\n@explain-ip\n~~~"],
    ["in a fence that is never closed", "```sh\n@explain-ip"],
    ["in indented code", "so:\n\n    @explain-ip"],
    ["in a quote", '[quote="alice, post:1, topic:2"]\n@explain-ip is it?\n[/quote]\nMe too'],
    ["in a quote in a quote", "[quote]a[quote]b[/quote]@explain-ip[/quote]"],
    ["in a > quote", "> @explain-ip is it?\n\nMe too"],
  ])("does not count %s", (_, raw) => {
    expect(mentions(raw, bot)).toBe(false);
  });

  it("takes a name with dots by the letter", () => {
    expect(mentions("@ip.bot hi", "ip.bot")).toBe(true);
    expect(mentions("@ipxbot hi", "ip.bot")).toBe(false);
  });

  it("is found behind any text without mark-up", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z .,\n]{0,200}$/), (text) => {
        expect(mentions(`${text}\nx @explain-ip`, bot)).toBe(true);
        expect(mentions(text, bot)).toBe(false);
      }),
    );
  });

  it.each([
    ["opened quotes", "[quote]".repeat(4500)],
    ["half-opened quotes", "[quote".repeat(5000)],
    ["backticks of every length", Array.from({ length: 250 }, (_, i) => "`".repeat(i + 1)).join(" ")],
    ["signs", "@".repeat(32_000)],
  ])("gets through a post full of %s", (_, raw) => {
    expect(mentions(`${raw}\n\nx`, bot)).toBe(false);
  });

  it("is no part of the question", () => {
    expect(dropMentions("@explain-ip what is 100.64.3.7? cc @alice", bot)).toBe("what is 100.64.3.7? cc @alice");
    expect(dropMentions("Hello @Explain-IP, what is it?", bot)).toBe("Hello , what is it?");
  });
});
