import type { Audience } from "../question/audience.ts";

/** What may be used for a reply: public knowledge always; an organisation's overlay and its live cluster only among its own. */
export type DataScope = "public-knowledge" | "private-overlay" | "live-cluster";

const publicOnly: readonly DataScope[] = ["public-knowledge"];
const everything: readonly DataScope[] = ["public-knowledge", "private-overlay", "live-cluster"];

/** A reply to an untrusted audience is composed without private data, not redacted afterwards. */
const scopesOf: Readonly<Record<Audience, readonly DataScope[]>> = {
  "public-forum": publicOnly,
  "shared-channel": publicOnly,
  "internal-channel": everything,
  "direct-message": everything,
  local: everything,
};

/** Whether data of `scope` may be used in a reply that `audience` will read. */
export function mayUse(audience: Audience, scope: DataScope): boolean {
  return scopesOf[audience].includes(scope);
}
