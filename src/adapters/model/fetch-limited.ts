/** The length of the longest reply that is read to its end, in bytes. */
const MOST_BYTES = 1_000_000;

/** A `fetch` whose responses break off with code TOO_LONG instead of filling the memory. */
export async function fetchLimited(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  if (!response.body) return response;
  let read = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      read += chunk.byteLength;
      if (read > MOST_BYTES) controller.error(Object.assign(new Error("The reply is too long."), { code: "TOO_LONG" }));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(limit), { status, statusText, headers });
}
