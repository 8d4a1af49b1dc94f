/** Who is who at the stand-in, and the secrets an app needs there. */
export const IDENTITIES = {
  teamId: "T100",
  otherTeamId: "T900",
  appId: "A100",
  botId: "B100BOT",
  botUserId: "U100BOT",
  botName: "explain-ip",
  person: "U200PERSON",
  botToken: "xoxb-stand-in-bot-token",
  appToken: "xapp-stand-in-app-token",
  signingSecret: "stand-in-signing-secret",
} as const;
