import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { Transform } from "node:stream";

/** A way to a server that can be shut: then connections are refused, as when the other side is down. */
export type Gate = {
  readonly url: string;
  readonly shut: () => Promise<void>;
  readonly open: () => Promise<void>;
};

/** Opens a gate on a port of its own before the server at `target`. What is sent through it arrives `delayMs` later. */
export async function openGate(target: string, { delayMs = 0 } = {}): Promise<Gate> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let server = createServer();
  const listen = async (at: number) => {
    server = createServer((inside) => {
      const outside = connect(Number(port), hostname);
      for (const socket of [inside, outside]) {
        sockets.add(socket);
        // Whichever end breaks, the other one goes too.
        socket.on("error", () => undefined).on("close", () => [inside, outside].map((end) => end.destroy()));
      }
      inside.pipe(delay(delayMs)).pipe(outside).pipe(inside);
    });
    server.listen(at, "127.0.0.1");
    await once(server, "listening");
    return portOf(server);
  };
  const own = await listen(0);
  return {
    url: `http://127.0.0.1:${own}`,
    shut: async () => {
      if (!server.listening) return;
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, "close");
    },
    open: async () => void (await listen(own)),
  };
}

function delay(delayMs: number): Transform {
  return new Transform({
    transform: (chunk, _encoding, done) => void setTimeout(() => done(null, chunk), delayMs),
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the gate has no port");
  return address.port;
}
