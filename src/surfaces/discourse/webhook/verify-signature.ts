import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Whether `header` (X-Discourse-Event-Signature, `sha256=` and 64 hex digits) is the HMAC-SHA256 of the raw body, in
 * constant time. A header that is missing, repeated or of another form is just wrong.
 */
export function verifySignature(secret: string, rawBody: Buffer, header: unknown): boolean {
  const hex = typeof header === "string" ? /^sha256=([0-9a-f]{64})$/.exec(header)?.[1] : undefined;
  if (hex === undefined) return false;
  return timingSafeEqual(Buffer.from(hex, "hex"), createHmac("sha256", secret).update(rawBody).digest());
}
