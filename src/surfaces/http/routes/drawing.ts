import type { FastifyInstance } from "fastify";
import { explainRequestSchema } from "../../../contract/explain-request.ts";
import { readContract } from "../../../contract/read-contract.ts";
import { writeSvg } from "../../../core/path/draw/write-svg.ts";
import type { HttpParts } from "../http-parts.ts";

/**
 * `POST /v1/drawing`: a question in, as `/v1/explain` takes it; out comes the drawing of its flow as SVG or, where the
 * request accepts `image/png`, as PNG. 204 where the question is about no flow that can be followed.
 */
export function addDrawing(
  server: FastifyInstance,
  { explain, renderPng }: Pick<HttpParts, "explain" | "renderPng">,
): void {
  server.post("/v1/drawing", async (request, reply) => {
    const { answer } = await explain(readContract(explainRequestSchema, request.body));
    reply.header("cache-control", "no-store").header("vary", "accept");
    if (answer.drawing === undefined) return reply.code(204).send();
    const svg = writeSvg(answer.drawing);
    const wantsPng = /\bimage\/png\b/i.test(request.headers.accept ?? "");
    return wantsPng
      ? reply.type("image/png").send(await renderPng(svg))
      : reply.type("image/svg+xml; charset=utf-8").send(svg);
  });
}
