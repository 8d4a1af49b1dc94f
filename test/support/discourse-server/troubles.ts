type Limit = { readonly waitSeconds: number; readonly plainText: boolean };

/** What goes wrong on command. Each lasts for a number of requests; several queue up in the order they were asked for. */
export class Troubles {
  /** How long each request takes at least. */
  delayMs = 0;
  private readonly coming: (Limit | { readonly status: number })[] = [];
  private drops = 0;

  /** 429 as for an API key's limit, or with `plainText` as for an address's (which has no JSON body). */
  limitNext(times: number, waitSeconds: number, { plainText = false }: { plainText?: boolean } = {}): void {
    for (let i = 0; i < times; i += 1) this.coming.push({ waitSeconds, plainText });
  }

  /** A bare status, as from a proxy in front of the forum. */
  failNext(times: number, status: number): void {
    for (let i = 0; i < times; i += 1) this.coming.push({ status });
  }

  /** The next posts are stored and the connection breaks before the answer. */
  dropAfterStoring(times: number): void {
    this.drops += times;
  }

  takeNext() {
    return this.coming.shift();
  }

  takeDrop(): boolean {
    if (this.drops === 0) return false;
    this.drops -= 1;
    return true;
  }
}
