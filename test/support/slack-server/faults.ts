/** What can be made to go wrong with one call: refused with a platform error or a status, throttled, cut off, or never answered. */
export type Fault =
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "rate-limit"; readonly retryAfterSeconds: number }
  /** The call is carried out, then the connection is cut: the caller cannot know. */
  | { readonly kind: "drop-response" }
  /** The connection is cut before anything happens. */
  | { readonly kind: "drop-request" }
  | { readonly kind: "hang" };

/** Faults that wait for the next calls of a method; `response_url` counts as one. */
export type Faults = {
  readonly failNext: (method: string, fault: Fault, times?: number) => void;
  readonly take: (method: string) => Fault | undefined;
};

export function createFaults(): Faults {
  const waiting = new Map<string, Fault[]>();
  return {
    failNext: (method, fault, times = 1) => {
      waiting.set(method, [...(waiting.get(method) ?? []), ...Array.from({ length: times }, () => fault)]);
    },
    take: (method) => waiting.get(method)?.shift(),
  };
}
