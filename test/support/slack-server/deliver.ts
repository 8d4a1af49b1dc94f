import type { Payload } from "./payloads.ts";

/** What Slack has for an app: an event, which comes again until it is acknowledged, or a command, which comes once. */
export type Parcel = { readonly type: "events_api" | "slash_commands"; readonly payload: Payload };

/** How a delivery went: `response` is what the acknowledgement carried. */
export type Outcome = { readonly acknowledged: boolean; readonly attempts: number; readonly response?: unknown };

/** A way to the app. It tries an event up to four times and never rejects. */
export type Transport = (parcel: Parcel) => Promise<Outcome>;

/** The first try and three more, as Slack makes them. */
export const MOST_ATTEMPTS = 4;
