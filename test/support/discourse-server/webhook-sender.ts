import { createHmac } from "node:crypto";

/** One attempt to deliver an event; `status` is -1 where no answer came. */
export type WebhookDelivery = {
  readonly eventId: number;
  readonly event: string;
  readonly body: string;
  /** 0 for the first attempt. */
  readonly retry: number;
  readonly status: number;
};

const TIMEOUT_MS = 20_000;

export type Webhook = { readonly url: string; readonly secret: string; active: boolean };

/** Discourse's schedule after a failed attempt. */
export const RETRY_AFTER_MINUTES = [1, 5, 25, 125];

/**
 * Sends signed events to the webhooks, as Discourse's EmitWebHookEvent does: a retry carries a new event id; where no answer
 * came there is none; 404 and 410 are not repeated and switch the hook off (Discourse does so at once or later, by version).
 */
export class WebhookSender {
  readonly hooks: Webhook[] = [];
  readonly deliveries: WebhookDelivery[] = [];
  private readonly instance: () => string;
  private readonly waiting: {
    readonly hook: Webhook;
    readonly event: string;
    readonly body: string;
    readonly retry: number;
  }[] = [];
  private readonly underWay = new Set<Promise<void>>();
  private nextEventId = 1;

  constructor(instance: () => string) {
    this.instance = instance;
  }

  emit(event: string, body: string): void {
    for (const hook of this.hooks) this.send(hook, event, body, 0);
  }

  /** Makes every retry that is scheduled, however far away its time is. */
  async retryNow(): Promise<void> {
    for (const { hook, event, body, retry } of this.waiting.splice(0)) this.send(hook, event, body, retry);
    await this.settled();
  }

  /** Minutes until the retries that are scheduled. */
  scheduled(): readonly number[] {
    return this.waiting.map(({ retry }) => RETRY_AFTER_MINUTES[retry - 1] ?? Number.NaN);
  }

  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  private send(hook: Webhook, event: string, body: string, retry: number): void {
    if (!hook.active) return;
    const sending = this.attempt(hook, event, body, retry).finally(() => this.underWay.delete(sending));
    this.underWay.add(sending);
  }

  private async attempt(hook: Webhook, event: string, body: string, retry: number): Promise<void> {
    const eventId = this.nextEventId++;
    const status = await post(hook.url, body, {
      ...signedHeaders(hook.secret, body),
      "x-discourse-instance": this.instance(),
      "x-discourse-event-id": String(eventId),
      "x-discourse-event-type": event === "ping" ? "ping" : "post",
      "x-discourse-event": event,
    });
    this.deliveries.push({ eventId, event, body, retry, status });
    if (status === 404 || status === 410) hook.active = false;
    else if (status !== -1 && (status < 200 || status > 299) && retry < RETRY_AFTER_MINUTES.length) {
      this.waiting.push({ hook, event, body, retry: retry + 1 });
    }
  }
}

/** The header that proves who sent the body. */
export function signedHeaders(secret: string, body: string): Record<string, string> {
  return {
    "content-type": "application/json",
    "x-discourse-event-signature": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
  };
}

async function post(url: string, body: string, headers: Record<string, string>): Promise<number> {
  try {
    const response = await fetch(url, { method: "POST", body, headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return -1;
  }
}
