import { describe, expect, it } from "@jest/globals";
import { readFault, readStatus } from "../../../src/surfaces/discourse/client/read-failure.ts";

const extras = { extras: { wait_seconds: 12 } };

describe("a failed call", () => {
  it.each([
    [429, "30", extras, { status: "retry", afterMs: 30_000 }],
    [429, "0", undefined, { status: "retry", afterMs: 0 }],
    [429, null, extras, { status: "retry", afterMs: 12_000 }],
    [429, "soon", extras, { status: "retry", afterMs: 12_000 }],
    [429, null, { extras: { wait_seconds: "x" } }, { status: "retry", afterMs: 60_000 }],
    [429, null, undefined, { status: "retry", afterMs: 60_000 }],
    [301, null, undefined, { status: "retry" }],
    [408, null, undefined, { status: "retry" }],
    [500, null, undefined, { status: "retry" }],
    [502, null, undefined, { status: "retry" }],
    [503, "30", undefined, { status: "retry" }],
    [400, null, undefined, { status: "refused", httpStatus: 400 }],
    [403, null, undefined, { status: "refused", httpStatus: 403 }],
    [404, null, undefined, { status: "refused", httpStatus: 404 }],
    [422, null, undefined, { status: "refused", httpStatus: 422 }],
  ])("with %i, Retry-After %s and %j", (status, retryAfter, body, expected) => {
    const { reason, ...failure } = readStatus(status, retryAfter, body);
    expect(failure).toEqual(expected);
    expect(reason).toContain(String(status));
  });

  it.each([
    [new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code: "ECONNREFUSED" }) }), "ECONNREFUSED"],
    [new Error("to https://x", { cause: Object.assign(new Error("x"), { code: "ENOTFOUND" }) }), "ENOTFOUND"],
    [new DOMException("The operation was aborted due to timeout", "TimeoutError"), "TimeoutError"],
    ["a text", "unknown fault"],
  ])("is named without its message: %s", (fault, name) => {
    expect(readFault(fault)).toEqual({ status: "retry", reason: `Discourse did not answer (${name})` });
  });
});
