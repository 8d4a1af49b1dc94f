const URL_TYPED = /(\bhttps?:\/\/[^\s<>]+)/;
const DOMAIN_TYPED = /(?<![\w./@-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev)\b(?![\w-]|\.\w)/g;

/**
 * What a person types, as Slack sends it to apps: `&`, `<` and `>` escaped, addresses as `<http://…>`, bare domain
 * names as `<http://x|x>`, and `@explain-ip` as the bot's mention.
 */
export function toWireText(typed: string, botName: string, botUserId: string): string {
  const escaped = typed.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return escaped
    .split(URL_TYPED)
    .map((part) =>
      URL_TYPED.test(part) ? `<${part}>` : part.replace(DOMAIN_TYPED, (name) => `<http://${name}|${name}>`),
    )
    .join("")
    .replaceAll(`@${botName}`, `<@${botUserId}>`);
}
