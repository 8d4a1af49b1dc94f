import type { ErrorCode } from "../../errors.ts";

/** The HTTP status for each kind of error. The caller can mend what is below 500. */
export const errorStatus: Readonly<Record<ErrorCode, number>> = {
  "bad-usage": 400,
  "bad-input": 400,
  "bad-config": 500,
  "knowledge-missing": 500,
  "knowledge-broken": 500,
  "store-unavailable": 503,
  "store-damaged": 500,
  "port-unavailable": 500,
  "surface-unavailable": 503,
};
