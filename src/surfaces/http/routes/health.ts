import type { FastifyInstance } from "fastify";
import type { HttpParts } from "../http-parts.ts";

/** `GET /healthz`: the process is up. `GET /readyz`: it can take questions, else 503 with the reasons. */
export function addHealth(server: FastifyInstance, isReady: HttpParts["isReady"]): void {
  server.get("/healthz", async (_request, reply) => {
    return reply.header("cache-control", "no-store").send({ status: "ok" });
  });
  server.get("/readyz", async (_request, reply) => {
    const { ready, reasons } = await isReady();
    return reply
      .code(ready ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ ready, reasons });
  });
}
