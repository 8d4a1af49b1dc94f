/**
 * Takes our own mention, `<@U…>` or `<@U…|name>`, out of a message's text. The rest stays as Slack sent it, escapes and
 * markup included: the extraction understands both, and undoing one of them here would make the other ambiguous.
 */
export function stripMention(text: string, botUserId: string): string {
  return text
    .split(/(<@[^<>]*>)/)
    .filter((part) => !isMentionOf(part, botUserId))
    .join("")
    .trim();
}

/** Whether a text calls the bot by its mention. */
export function mentions(text: string, botUserId: string): boolean {
  return text.split(/(<@[^<>]*>)/).some((part) => isMentionOf(part, botUserId));
}

function isMentionOf(part: string, userId: string): boolean {
  return part === `<@${userId}>` || part.startsWith(`<@${userId}|`);
}
