import { expect, it } from "@jest/globals";
import { WEBHOOK_STATUS } from "../../../src/surfaces/discourse/webhook/webhook-status.ts";

it("answers each outcome as Discourse needs it", () => {
  expect(WEBHOOK_STATUS).toEqual({
    accepted: 200,
    duplicate: 200,
    ignored: 200,
    "bad-signature": 401,
    "bad-body": 400,
    "store-unavailable": 503,
  });
});

it("never answers with a status that can switch the webhook off", () => {
  expect(Object.values(WEBHOOK_STATUS)).not.toContain(404);
  expect(Object.values(WEBHOOK_STATUS)).not.toContain(410);
});
