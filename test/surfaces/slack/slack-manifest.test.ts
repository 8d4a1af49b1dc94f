import { globSync, readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import { parse } from "yaml";
import { METHODS } from "../../support/slack-server/methods.ts";
import { SCOPES, SUBSCRIPTIONS } from "../../support/slack-server/slack-server.ts";
import { CHANNELS } from "../../support/slack-server/workspace.ts";

const manifest = parse(readFileSync("slack-manifest.yaml", "utf8"));

/** The Web API methods the surface calls, read from its source. */
const CALLED = globSync("src/surfaces/slack/**/*.ts").flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/\bclient\.(\w+)\.(\w+)\(/g)].map(([, family, name]) => `${family}.${name}`),
);

/** What Slack's reference asks for to receive each event, and for commands. */
const SCOPE_OF_EVENT: Readonly<Record<string, string>> = {
  app_mention: "app_mentions:read",
  "message.im": "im:history",
};

it("asks for exactly the scopes that the methods, the events and the command need", () => {
  expect([...CALLED].sort()).toEqual([
    "auth.test",
    "chat.postMessage",
    "conversations.replies",
    "conversations.replies",
  ]);
  const kinds = [...CHANNELS, { id: "G1", kind: "mpim" as const, hasBot: true, externallyShared: false }];
  const forMethods = CALLED.flatMap((method) => kinds.map((channel) => METHODS[method]?.scope?.(channel)));
  const forEvents = manifest.settings.event_subscriptions.bot_events.map((event: string) => SCOPE_OF_EVENT[event]);
  const needed = new Set([...forMethods, ...forEvents, "commands"].filter((scope) => scope !== undefined));
  expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...needed].sort());
  expect(forEvents).not.toContain(undefined);
});

it("is what the stand-in grants and subscribes, so that no test passes with more than the manifest gives", () => {
  expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([...SCOPES].sort());
  expect(manifest.settings.event_subscriptions.bot_events).toEqual(SUBSCRIPTIONS);
});

it("creates the bot, the command and Socket Mode", () => {
  expect(manifest.settings.socket_mode_enabled).toBe(true);
  expect(manifest.features.bot_user.display_name).toBe("explain-ip");
  expect(manifest.features.app_home.messages_tab_read_only_enabled).toBe(false);
  expect(manifest.features.slash_commands.map((command: { command: string }) => command.command)).toEqual([
    "/explain-ip",
  ]);
});
