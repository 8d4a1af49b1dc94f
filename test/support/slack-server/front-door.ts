import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";

/** The HTTP server of the stand-in, with its WebSocket side: each address from `newSocketUrl` serves one connection. */
export type FrontDoor = {
  readonly origin: string;
  readonly newSocketUrl: () => string;
  readonly close: () => Promise<void>;
};

type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export async function openFrontDoor(serve: Serve, welcome: (socket: WebSocket) => void): Promise<FrontDoor> {
  const tickets = new Set<string>();
  const webSockets = new WebSocketServer({ noServer: true });
  const server = createServer((request, response) => {
    serve(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  server.on("upgrade", (request, socket, head) => {
    const ticket = new URL(request.url ?? "/", "http://stand-in").searchParams.get("ticket") ?? "";
    if (tickets.delete(ticket)) webSockets.handleUpgrade(request, socket, head, welcome);
    else socket.destroy();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const host = `127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;

  return {
    origin: `http://${host}`,
    newSocketUrl: () => {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `ws://${host}/link?ticket=${ticket}`;
    },
    close: async () => {
      for (const client of webSockets.clients) client.terminate();
      webSockets.close();
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
