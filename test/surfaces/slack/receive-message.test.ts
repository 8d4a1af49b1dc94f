import { describe, expect, it } from "@jest/globals";
import { readMessageEnvelope } from "../../../src/surfaces/slack/receive/message-envelope.ts";
import { receiveMessage } from "../../../src/surfaces/slack/receive/receive-message.ts";

const RULES = {
  bot: { teamId: "T100", userId: "UBOT", botId: "BBOT" },
  internalTeams: ["T100"],
  overhear: false,
};
const MESSAGE = {
  type: "message",
  channel: "D100",
  channel_type: "im",
  user: "U200",
  team: "T100",
  text: "what is 10.0.0.1?",
  ts: "1763899939.000200",
};

function receive(
  event: object,
  rules: Partial<typeof RULES> = {},
  envelope: object = { is_ext_shared_channel: false },
) {
  const read = readMessageEnvelope({ ...envelope, event: { ...MESSAGE, ...event } });
  return read && receiveMessage(read, { ...RULES, ...rules });
}

describe("receiveMessage", () => {
  it("reads a direct message", () => {
    expect(receive({})).toEqual({
      id: "slack:T100:D100:1763899939.000200",
      text: "what is 10.0.0.1?",
      thread: [],
      askedAt: "2025-11-23T12:12:19.000Z",
      origin: { surface: "slack", place: { kind: "message", channel: "D100", ts: "1763899939.000200" } },
      addressed: true,
      audience: "direct-message",
    });
  });

  it.each<[string, object]>([
    ["our own message", { user: "UBOT" }],
    ["another bot's message, in the new form", { bot_id: "B900", app_id: "A900" }],
    ["another bot's message, in the old form", { subtype: "bot_message", bot_id: "B900", user: undefined }],
    ["a message without an author", { user: undefined }],
    ["Slackbot", { user: "USLACKBOT" }],
    ["an edit", { subtype: "message_changed", hidden: true, message: MESSAGE, text: undefined, user: undefined }],
    ["a deletion", { subtype: "message_deleted", hidden: true, deleted_ts: "1.1" }],
    ["someone joining", { subtype: "channel_join" }],
    ["a hidden message", { hidden: true }],
    ["talk in a channel that does not call us", { channel: "C100", channel_type: "channel" }],
    ["another bot that mentions us", { type: "app_mention", channel: "C100", bot_id: "B900", text: "<@UBOT> hi" }],
    ["an event without a timestamp", { ts: undefined }],
    ["a timestamp that is none", { ts: "soon" }],
  ])("takes no question from %s", (_name, event) => {
    expect(receive(event)).toBeUndefined();
    expect(receive(event, { overhear: false })).toBeUndefined();
  });

  it("gives a mention the same question, whichever of its two events carries it", () => {
    const shared = { channel: "C100", text: "<@UBOT> what is 10.0.0.1?", thread_ts: "1763899900.000100" };
    const asMessage = receive({ ...shared, channel_type: "channel" });
    const asMention = receive({ ...shared, type: "app_mention", channel_type: undefined });
    expect(asMention).toMatchObject({ addressed: true, text: "what is 10.0.0.1?", audience: "internal-channel" });
    expect(asMessage).toEqual(asMention);
  });

  it("overhears where told to, and says that it was not addressed", () => {
    const talk = { channel: "C100", channel_type: "channel" };
    expect(receive(talk, { overhear: true })).toMatchObject({ addressed: false, text: "what is 10.0.0.1?" });
  });

  it("notes the thread of a reply, and none for the message that starts one", () => {
    expect(receive({ thread_ts: "1763899900.000100" })?.origin.place).toMatchObject({ threadTs: "1763899900.000100" });
    expect(receive({ thread_ts: MESSAGE.ts })?.origin.place).not.toHaveProperty("threadTs");
  });

  it.each<[string, string]>([
    ["<@UBOT> hello", "hello"],
    ["<@UBOT|explain-ip> hello", "hello"],
    ["hello <@UBOT>", "hello"],
    ["<@UBOT>", ""],
    ["<@UBOT2> <@UOTHER> hello", "<@UBOT2> <@UOTHER> hello"],
    [
      "<@UBOT> is 10.0.0.1 &lt; 10.0.0.2 &amp; <http://x.io|x.io>?",
      "is 10.0.0.1 &lt; 10.0.0.2 &amp; <http://x.io|x.io>?",
    ],
    ["&lt;@UBOT&gt; typed by hand", "&lt;@UBOT&gt; typed by hand"],
  ])("takes only our own mention out of %j", (text, left) => {
    expect(receive({ text })?.text).toBe(left);
  });

  it.each<[string, object, object, string]>([
    ["a guest", { user_profile: { is_restricted: true } }, { is_ext_shared_channel: false }, "shared-channel"],
    [
      "a single-channel guest",
      { user_profile: { is_ultra_restricted: true } },
      { is_ext_shared_channel: false },
      "shared-channel",
    ],
    [
      "a member with a profile",
      { user_profile: { is_restricted: false } },
      { is_ext_shared_channel: false },
      "direct-message",
    ],
    ["a user of another team", { user_team: "T900" }, { is_ext_shared_channel: false }, "shared-channel"],
    ["an envelope silent about sharing", {}, {}, "shared-channel"],
    ["a shared channel", { user_team: "T100" }, { is_ext_shared_channel: true }, "shared-channel"],
    ["sharing that is pending", {}, { is_ext_shared_channel: false, is_pending_ext_shared: true }, "shared-channel"],
  ])("decides the audience for %s", (_name, event, envelope, audience) => {
    expect(receive(event, {}, envelope)?.audience).toBe(audience);
  });
});
