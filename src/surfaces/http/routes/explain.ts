import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { answerRecordSchema, toAnswerRecord } from "../../../contract/answer-record.ts";
import { errorRecordSchema } from "../../../contract/error-record.ts";
import { explainRequestSchema } from "../../../contract/explain-request.ts";
import { readContract } from "../../../contract/read-contract.ts";
import type { HttpParts } from "../http-parts.ts";

/** `POST /v1/explain`: a question in, its answer out, as on the command line; `GET /v1/schema.json` describes both. */
export function addExplain(server: FastifyInstance, explain: HttpParts["explain"]): void {
  // Only JSON: a form on another site could send text/plain without being asked whether it may.
  server.removeContentTypeParser("text/plain");
  server.post("/v1/explain", async (request, reply) => {
    const question = readContract(explainRequestSchema, request.body);
    const { answer, entities } = await explain(question);
    return reply.header("cache-control", "no-store").send(toAnswerRecord(question.id, answer, entities));
  });
  const schemas = describeContract();
  server.get("/v1/schema.json", async () => schemas);
}

/** JSON Schemas (draft 2020-12) of what `/v1/explain` takes and gives. */
function describeContract() {
  return {
    request: z.toJSONSchema(explainRequestSchema, { io: "input" }),
    answer: z.toJSONSchema(answerRecordSchema),
    error: z.toJSONSchema(errorRecordSchema),
  };
}
