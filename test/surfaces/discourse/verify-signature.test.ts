import { createHmac } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { verifySignature } from "../../../src/surfaces/discourse/webhook/verify-signature.ts";

// The vector of Discourse's own tests.
const secret = "my_lovely_secret_for_web_hook";
const body = Buffer.from('{"ping":"OK"}');
const hex = "162f107f6b5022353274eb1a7197885cfd35744d8d08e5bcea025d309386b7d6";

describe("the signature of a webhook", () => {
  it("is right for Discourse's test vector", () => {
    expect(verifySignature(secret, body, `sha256=${hex}`)).toBe(true);
  });

  it.each([
    ["missing", undefined],
    ["empty", ""],
    ["without its algorithm", hex],
    ["of another algorithm", `sha1=${hex}`],
    ["too short", `sha256=${hex.slice(2)}`],
    ["too long", `sha256=${hex}00`],
    ["no hexadecimal", `sha256=${hex.replace("1", "g")}`],
    ["in capitals", `sha256=${hex.toUpperCase()}`],
    ["with one digit changed", `sha256=${hex.slice(0, -1)}7`],
    ["followed by a line break", `sha256=${hex}\n`],
    ["sent twice", [`sha256=${hex}`, `sha256=${hex}`]],
  ])("is wrong when it is %s", (_, header) => {
    expect(verifySignature(secret, body, header)).toBe(false);
  });

  it("covers every byte of the body and the secret", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), fc.string({ minLength: 1 }), fc.nat(), (bytes, key, at) => {
        const header = `sha256=${createHmac("sha256", key).update(bytes).digest("hex")}`;
        const changed = Buffer.from(bytes);
        changed[at % bytes.length] = (changed[at % bytes.length] ?? 0) ^ 1;
        expect(verifySignature(key, Buffer.from(bytes), header)).toBe(true);
        expect(verifySignature(key, changed, header)).toBe(false);
        expect(verifySignature(`${key}x`, Buffer.from(bytes), header)).toBe(false);
      }),
    );
  });
});
