/** Slack's limits for one message (docs.slack.dev, Block Kit reference and chat.postMessage). */
export const MESSAGE_LIMITS = { blocks: 50, sectionText: 3000, text: 40_000 } as const;
