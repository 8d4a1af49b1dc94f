import { createHmac } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { MOST_ATTEMPTS, type Outcome, type Parcel, type Transport } from "./deliver.ts";
import { IDENTITIES } from "./identities.ts";

export type SignedRequest = {
  readonly body: string;
  readonly contentType: string;
  readonly secret?: string;
  readonly timestampSeconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Sends one request with Slack's v0 signature over `v0:timestamp:body` (docs.slack.dev, "Verifying requests from Slack"). */
export async function sendSigned(url: string, request: SignedRequest): Promise<{ status: number; text: string }> {
  const timestamp = request.timestampSeconds ?? Math.floor(Date.now() / 1000);
  const hmac = createHmac("sha256", request.secret ?? IDENTITIES.signingSecret);
  const signature = `v0=${hmac.update(`v0:${timestamp}:${request.body}`).digest("hex")}`;
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": request.contentType,
      "x-slack-request-timestamp": String(timestamp),
      "x-slack-signature": signature,
      ...request.headers,
    },
    body: request.body,
    signal: AbortSignal.timeout(3000),
  });
  return { status: response.status, text: await response.text() };
}

/** Delivers over HTTP to the app's request URL; anything but a 200 within 3 seconds is tried again. */
export function createHttpTransport(url: string, retryDelaysMs: readonly number[], closing: AbortSignal): Transport {
  return async (parcel) => {
    const attempts = parcel.type === "events_api" ? MOST_ATTEMPTS : 1;
    let reason = "";
    for (let retry = 0; retry < attempts && !closing.aborted; retry += 1) {
      if (retry > 0) await wait(retryDelaysMs[retry - 1] ?? 0, undefined, { signal: closing }).catch(() => {});
      const headers = retry === 0 ? {} : { "x-slack-retry-num": String(retry), "x-slack-retry-reason": reason };
      const response = await sendSigned(url, { ...toBody(parcel), headers }).catch(() => undefined);
      if (response?.status === 200) return succeeded(response.text, retry + 1);
      reason = response === undefined ? "http_timeout" : "http_error";
    }
    return { acknowledged: false, attempts };
  };
}

function toBody(parcel: Parcel): { body: string; contentType: string } {
  if (parcel.type === "events_api") return { body: JSON.stringify(parcel.payload), contentType: "application/json" };
  const fields = Object.entries(parcel.payload).map(([name, value]): [string, string] => [name, String(value)]);
  return { body: new URLSearchParams(fields).toString(), contentType: "application/x-www-form-urlencoded" };
}

function succeeded(text: string, attempts: number): Outcome {
  return { acknowledged: true, attempts, response: text.startsWith("{") ? JSON.parse(text) : { text } };
}
