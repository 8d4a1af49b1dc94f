import type { Asked } from "./asked/read-replies.ts";
import type { Entities, Hostname } from "./entities.ts";
import type { ListingFinding } from "./listing/listing-finding.ts";
import type { Mention } from "./mention.ts";
import type { Intent } from "./recognise-intent.ts";
import type { RecognisedTopic } from "./recognise-topics.ts";
import type { Subject } from "./subject.ts";

/** A product the thread names, newest message first; `inThread` when only an earlier message does. */
export type NamedProduct = { readonly product: string; readonly reason: string; readonly inThread: boolean };

/** What we understood of a question and its thread, every recognition with its reason. */
export type Reading = {
  /** Of the newest message alone. */
  readonly entities: Entities;
  readonly subjects: readonly Subject[];
  readonly hostnames: readonly Mention<Hostname>[];
  readonly products: readonly NamedProduct[];
  /** What the thread says it is not about, or no longer: replaced, left, not involved. */
  readonly ruledOut: readonly NamedProduct[];
  /** What we asked in the thread and what was answered. */
  readonly asked: Asked;
  readonly topics: readonly RecognisedTopic[];
  readonly intent: Intent;
  /** What pasted output says of the addresses that the prose asks about, the most telling first. */
  readonly listings: readonly ListingFinding[];
  /** The newest message and the people's earlier ones, for matching words. */
  readonly text: string;
};
