import { dropQuotesAndCode } from "./drop-quotes-and-code.ts";

/** Whether a post calls this user: `@name` in the author's own words, as Discourse itself would notify them. */
export function mentions(raw: string, username: string): boolean {
  return mentionOf(username).test(dropQuotesAndCode(raw));
}

/** The post without the calls: they are no part of what is asked, and a name with dots looks like a host. */
export function dropMentions(raw: string, username: string): string {
  return raw.replace(mentionOf(username), "").trim();
}

/** Not within a mail or web address, and not the start of a longer name (`@name-too`, `@name.too`). */
function mentionOf(username: string): RegExp {
  const name = username.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}_/.@-])@${name}(?![\\p{L}\\p{N}_]|[.-]+[\\p{L}\\p{N}_])`, "giu");
}
