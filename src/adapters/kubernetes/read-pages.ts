import type { Page, PageQuery } from "./cluster-calls.ts";
import type { Reply } from "./cluster-failure.ts";

/** What was read of a list. Not complete: it was longer than we read, or it could not be read to its end. */
export type Listing<T> = { readonly items: readonly T[]; readonly complete: boolean };

const PAGE_SIZE = 500;
/** Reading more would load the API server more than one question is worth. */
const MOST_PAGES = 4;

/**
 * Reads a list page by page, as the API's `limit` and `continue` work. A failure of the first page is the outcome; a later one
 * (410, when the list's version has expired) leaves what was read.
 */
export async function readPages<T>(
  readPage: (query: PageQuery) => Promise<Reply<Page<T>>>,
): Promise<Reply<Listing<T>>> {
  const items: T[] = [];
  let next: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const reply = await readPage({ limit: PAGE_SIZE, ...(next ? { _continue: next } : {}) });
    if (!reply.ok) return page === 0 ? reply : { ok: true, value: { items, complete: false } };
    // Some servers write an empty list as null.
    items.push(...(reply.value.items ?? []));
    next = reply.value.metadata?._continue;
    if (!next) return { ok: true, value: { items, complete: true } };
  }
  return { ok: true, value: { items, complete: false } };
}
