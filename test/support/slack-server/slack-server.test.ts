import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { IDENTITIES } from "./identities.ts";
import { type SlackServer, startSlackServer } from "./slack-server.ts";
import { toWireText } from "./wire-text.ts";

const CHANNEL = "C100GENERAL";
let slack: SlackServer;

beforeEach(async () => {
  slack = await startSlackServer({ scopes: ["chat:write", "channels:history"] });
});

afterEach(() => slack.close());

async function call(method: string, args: Record<string, string>, token: string = IDENTITIES.botToken) {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: "POST",
    headers,
    body: new URLSearchParams(args),
  });
  const body: { ok: boolean; ts: string; messages: readonly object[] } = JSON.parse(await response.text());
  return { status: response.status, retryAfter: response.headers.get("retry-after"), body };
}

describe("the stand-in's Web API", () => {
  it.each<[string, string, Record<string, string>, string]>([
    ["an unknown channel", "chat.postMessage", { channel: "C9", text: "x" }, "channel_not_found"],
    ["a channel without the bot", "chat.postMessage", { channel: "C300WITHOUTBOT", text: "x" }, "not_in_channel"],
    [
      "a thread that is not there",
      "chat.postMessage",
      { channel: CHANNEL, text: "x", thread_ts: "1.1" },
      "thread_not_found",
    ],
    ["no text", "chat.postMessage", { channel: CHANNEL }, "no_text"],
    ["a text too long", "chat.postMessage", { channel: CHANNEL, text: "x".repeat(40_001) }, "msg_too_long"],
    ["too many blocks", "chat.postMessage", { channel: CHANNEL, text: "x", blocks: blocks(51, 1) }, "invalid_blocks"],
    [
      "a section too long",
      "chat.postMessage",
      { channel: CHANNEL, text: "x", blocks: blocks(1, 3001) },
      "invalid_blocks",
    ],
    ["an empty section", "chat.postMessage", { channel: CHANNEL, text: "x", blocks: blocks(1, 0) }, "invalid_blocks"],
    [
      "a history the scopes do not open",
      "conversations.replies",
      { channel: "D100DIRECT", ts: "1.1" },
      "missing_scope",
    ],
    ["a thread nobody began", "conversations.replies", { channel: CHANNEL, ts: "1.1" }, "thread_not_found"],
    ["a method it does not know", "users.list", {}, "unknown_method"],
    ["a bot token where an app token is due", "apps.connections.open", {}, "invalid_auth"],
  ])("refuses %s", async (_name, method, args, error) => {
    expect((await call(method, args)).body).toMatchObject({ ok: false, error });
  });

  it("refuses a wrong token", async () => {
    expect((await call("auth.test", {}, "xoxb-wrong")).body).toMatchObject({ ok: false, error: "invalid_auth" });
  });

  it("keeps metadata, and shows it only when asked", async () => {
    const root = slack.say({ channel: CHANNEL, text: "root" });
    const metadata = JSON.stringify({ event_type: "x", event_payload: { a: 1 } });
    await call("chat.postMessage", { channel: CHANNEL, text: "reply", thread_ts: root.ts, metadata });
    const replies = (more: Record<string, string>) =>
      call("conversations.replies", { channel: CHANNEL, ts: root.ts, ...more });
    expect((await replies({})).body.messages[1]).not.toHaveProperty("metadata");
    expect((await replies({ include_all_metadata: "true" })).body.messages[1]).toMatchObject({
      metadata: { event_type: "x" },
    });
  });

  it("throttles posts for each channel when told to", async () => {
    slack.limitRates({ posting: true });
    expect((await call("chat.postMessage", { channel: CHANNEL, text: "x" })).status).toBe(200);
    expect(await call("chat.postMessage", { channel: CHANNEL, text: "x" })).toMatchObject({
      status: 429,
      retryAfter: "1",
    });
    expect((await call("chat.postMessage", { channel: "G100PRIVATE", text: "x" })).status).toBe(200);
  });

  it("updates its own messages and sends ephemeral ones", async () => {
    const posted = await call("chat.postMessage", { channel: CHANNEL, text: "first" });
    await call("chat.update", { channel: CHANNEL, ts: posted.body.ts, text: "second" });
    await call("chat.postEphemeral", { channel: CHANNEL, user: "U1", text: "psst" });
    expect(slack.replies(CHANNEL).map((message) => message.text)).toEqual(["second"]);
    expect(slack.ephemerals(CHANNEL)).toMatchObject([{ text: "psst", visibleTo: "U1" }]);
  });

  it("notices who would be pinged", async () => {
    await call("chat.postMessage", { channel: CHANNEL, text: "hey <!channel> and <@U1>, not &lt;!here&gt;" });
    expect(slack.replies(CHANNEL)).toMatchObject([{ pings: ["<!channel>", "<@U1>"] }]);
  });
});

it.each([
  ["a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"],
  ["@explain-ip hi", "<@U1> hi"],
  ["see https://x.io/a?b=1&c=2 now", "see <https://x.io/a?b=1&amp;c=2> now"],
  ["ask api.example.com or 10.0.0.1", "ask <http://api.example.com|api.example.com> or 10.0.0.1"],
])("sends what is typed as Slack does: %j", (typed, wire) => {
  expect(toWireText(typed, "explain-ip", "U1")).toBe(wire);
});

function blocks(count: number, length: number): string {
  const section = { type: "section", text: { type: "mrkdwn", text: "x".repeat(length) } };
  return JSON.stringify(Array.from({ length: count }, () => section));
}
