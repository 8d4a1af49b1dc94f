/** The error Slack answers a message with that breaks one of its limits, or undefined for a good one. */
export function checkMessage(text: string, blocks: readonly unknown[] | undefined): string | undefined {
  if (text === "" && (blocks === undefined || blocks.length === 0)) return "no_text";
  if (text.length > 40_000) return "msg_too_long";
  if (blocks === undefined) return undefined;
  if (blocks.length > 50) return "invalid_blocks";
  return blocks.every(isGoodBlock) ? undefined : "invalid_blocks";
}

function isGoodBlock(block: unknown): boolean {
  if (typeof block !== "object" || block === null || !("type" in block)) return false;
  if (block.type === "section") return "text" in block && isGoodText(block.text, 3000);
  if (block.type === "header") return "text" in block && isGoodText(block.text, 150);
  if (block.type === "context") {
    if (!("elements" in block) || !Array.isArray(block.elements)) return false;
    return (
      block.elements.length >= 1 && block.elements.length <= 10 && block.elements.every((one) => isGoodText(one, 3000))
    );
  }
  return block.type === "divider";
}

function isGoodText(value: unknown, limit: number): boolean {
  if (typeof value !== "object" || value === null || !("text" in value)) return false;
  return typeof value.text === "string" && value.text.length >= 1 && value.text.length <= limit;
}
