import { expect, test } from "@jest/globals";
import { type DataScope, mayUse } from "../../../src/core/evidence/data-scope.ts";
import type { Audience } from "../../../src/core/question/audience.ts";

const allowed: Readonly<Record<Audience, Readonly<Record<DataScope, boolean>>>> = {
  "public-forum": { "public-knowledge": true, "private-overlay": false, "live-cluster": false },
  "shared-channel": { "public-knowledge": true, "private-overlay": false, "live-cluster": false },
  "internal-channel": { "public-knowledge": true, "private-overlay": true, "live-cluster": true },
  "direct-message": { "public-knowledge": true, "private-overlay": true, "live-cluster": true },
  local: { "public-knowledge": true, "private-overlay": true, "live-cluster": true },
};

const cells = (Object.keys(allowed) as Audience[]).flatMap((audience) =>
  (Object.keys(allowed[audience]) as DataScope[]).map((scope): [Audience, DataScope] => [audience, scope]),
);

test.each(cells)("for the audience %s: %s", (audience, scope) => {
  expect(mayUse(audience, scope)).toBe(allowed[audience][scope]);
});
