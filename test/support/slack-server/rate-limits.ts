/** Slack's limits that matter here, off unless switched on: one message a second a channel, one history call a minute. */
export type RateLimits = {
  readonly set: (switches: { readonly posting?: boolean; readonly history?: boolean }) => void;
  /** Seconds to wait before this call is allowed; 0 when it is allowed now, which counts it. */
  readonly secondsToWait: (method: string, channel: string) => number;
};

const WINDOW_MS: Readonly<Record<string, number>> = { "chat.postMessage": 1000, "conversations.replies": 60_000 };

export function createRateLimits(): RateLimits {
  const on = { "chat.postMessage": false, "conversations.replies": false };
  const last = new Map<string, number>();
  return {
    set: (switches) => {
      on["chat.postMessage"] = switches.posting ?? on["chat.postMessage"];
      on["conversations.replies"] = switches.history ?? on["conversations.replies"];
    },
    secondsToWait: (method, channel) => {
      const windowMs = WINDOW_MS[method];
      if (
        windowMs === undefined ||
        !(method === "chat.postMessage" ? on["chat.postMessage"] : on["conversations.replies"])
      ) {
        return 0;
      }
      // History is counted for the app as a whole, posting for each channel.
      const key = method === "chat.postMessage" ? `${method} ${channel}` : method;
      const left = (last.get(key) ?? 0) + windowMs - Date.now();
      if (left > 0) return Math.ceil(left / 1000);
      last.set(key, Date.now());
      return 0;
    },
  };
}
