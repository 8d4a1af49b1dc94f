/**
 * Escapes the three characters Slack reads as control characters, so that plain text can neither mention anyone nor
 * plant a link (docs.slack.dev, "Formatting message text"). Backticks stay: they are our inline code.
 */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
