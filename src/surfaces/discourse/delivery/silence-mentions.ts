/**
 * Puts a word joiner (U+2060, invisible) behind each `@` that would notify somebody: a reply may repeat what was asked,
 * and must not call a user or a whole group for the asker. Code and addresses in angle brackets stay as they are.
 */
export function silenceMentions(markdown: string): string {
  return markdown
    .split(/(```[\s\S]*?```|`[^`]*`|<[^<>\s]*>)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/(?<![\p{L}\p{N}_])@(?=[\p{L}\p{N}_])/gu, "@\u2060")))
    .join("");
}
