import type { ErrorCode } from "../../errors.ts";

/** What the process ends with for each kind of error; 0 is success, 1 a fault of our own. Documented in the README. */
export const exitCodes: Readonly<Record<ErrorCode, number>> = {
  "bad-usage": 2,
  "bad-input": 3,
  "bad-config": 4,
  "knowledge-missing": 5,
  "knowledge-broken": 5,
  "store-unavailable": 6,
  "store-damaged": 6,
  "port-unavailable": 6,
  "surface-unavailable": 6,
};

export const OUR_FAULT = 1;
