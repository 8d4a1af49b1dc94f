/** Why a delivery that is in order is no question for us. */
export type IgnoreReason =
  | "ping"
  | "not-a-new-post"
  | "own-post"
  | "bot-or-system"
  | "ignored-user"
  | "whisper"
  | "not-a-regular-post"
  | "private-message"
  | "hidden-or-deleted"
  | "too-old"
  | "empty";

/** What became of one webhook delivery. All are ordinary; the status for each is in webhook-status.ts. */
export type WebhookOutcome =
  | { readonly kind: "accepted"; readonly question: string }
  | { readonly kind: "duplicate"; readonly question: string }
  | { readonly kind: "ignored"; readonly reason: IgnoreReason }
  | { readonly kind: "bad-signature" }
  | { readonly kind: "bad-body"; readonly problem: string }
  | { readonly kind: "store-unavailable" };
