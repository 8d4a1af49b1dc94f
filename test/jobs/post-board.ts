import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export type PostBoard = {
  readonly url: string;
  /** Every post that is visible, as the marker it carries, in order. */
  readonly posts: readonly string[];
  /** How many look-ups found an earlier post. */
  readonly found: () => number;
  readonly close: () => Promise<void>;
};

export type BoardHabits = {
  /** 0 to 1, drawn for each request. */
  readonly random: () => number;
  readonly longestDelayMs: number;
  /** Every how many posts the connection breaks after the post is stored. */
  readonly dropEvery: number;
};

/** A real HTTP server on loopback that keeps posts: POST /posts/MARKER stores one, GET says whether there is one. */
export async function startPostBoard({ random, longestDelayMs, dropEvery }: BoardHabits): Promise<PostBoard> {
  const posts: string[] = [];
  let found = 0;
  const server = createServer(async (request, response) => {
    const marker = decodeURIComponent((request.url ?? "").replace("/posts/", ""));
    if (request.method === "GET") {
      const index = posts.indexOf(marker);
      if (index >= 0) found += 1;
      response.writeHead(index >= 0 ? 200 : 404).end(String(index));
      return;
    }
    // Part of the time passes before the post is visible: a caller that dies meanwhile cannot take it back.
    await sleep(random() * longestDelayMs);
    const index = posts.push(marker) - 1;
    await sleep(random() * longestDelayMs);
    if (posts.length % dropEvery === 0) request.socket.destroy();
    else response.writeHead(200).end(String(index));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    posts,
    found: () => found,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
