import { expect, it } from "@jest/globals";
import { ExplainIpError } from "../../../src/errors.ts";
import { checkSettings } from "../../../src/surfaces/discourse/check-settings.ts";

const good = {
  baseUrl: "https://forum.example.org",
  apiKey: "0123456789abcdef",
  apiUsername: "explain-ip",
  webhookSecret: "a long secret",
  replyAs: "whisper",
} as const;

it("takes settings that can work", () => {
  expect(() => checkSettings(good)).not.toThrow();
});

it.each([
  ["baseUrl", "forum.example.org", "address"],
  ["baseUrl", "ftp://forum.example.org", "address"],
  ["apiKey", "", "API key"],
  ["apiKey", "s3cret\nkey", "API key"],
  ["apiUsername", "", "user name"],
  ["webhookSecret", "", "secret is empty"],
])("names what is wrong, without the value: %s %j", (field, value, words) => {
  const error = thrownBy(() => checkSettings({ ...good, [field]: value }));
  expect(error.code).toBe("bad-config");
  expect(error.message).toContain(words);
  if (value !== "") expect(`${error.message} ${error.remedy}`).not.toContain(value);
});

it("names everything at once", () => {
  const error = thrownBy(() =>
    checkSettings({ ...good, baseUrl: "x", apiKey: "", apiUsername: "", webhookSecret: "" }),
  );
  expect(error.message.split(";")).toHaveLength(4);
});

function thrownBy(act: () => void): ExplainIpError {
  try {
    act();
  } catch (error) {
    if (error instanceof ExplainIpError) return error;
  }
  throw new Error("it did not throw an ExplainIpError");
}
