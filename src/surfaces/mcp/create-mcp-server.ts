import { McpServer } from "@modelcontextprotocol/server";
import { type AnswerRecord, answerRecordSchema, toAnswerRecord } from "../../contract/answer-record.ts";
import type { EntityNames } from "../../contract/entity-names.ts";
import { type ExplainRequest, explainRequestSchema } from "../../contract/explain-request.ts";
import type { Answer } from "../../core/answer/answer.ts";

export type McpParts = {
  readonly version: string;
  /** Answers with the audience of this machine's own user: whoever starts the process is the one it serves. */
  readonly explain: (request: ExplainRequest) => Promise<{ readonly answer: Answer; readonly entities: EntityNames }>;
};

const description =
  "Explains IP addresses, ranges and host names in a networking question: what they are, whose they may be, why they are " +
  "seen, what to allow and how to check, each statement with its source. Give the whole question, with the product or " +
  "provider if it is known.";

/**
 * A Model Context Protocol server with one tool, `explain_ip`, that takes and gives what `POST /v1/explain` does.
 * Deliberately no tool that looks at a cluster or the knowledge by itself: an assistant would quote facts without evidence.
 */
export function createMcpServer({ version, explain }: McpParts): McpServer {
  const server = new McpServer({ name: "explain-ip", version });
  const config = {
    title: "Explain an IP address",
    description,
    inputSchema: explainRequestSchema,
    outputSchema: answerRecordSchema,
    annotations: { readOnlyHint: true, idempotentHint: true },
  };
  server.registerTool("explain_ip", config, async (request) => {
    const { answer, entities } = await explain(request);
    const record: AnswerRecord = toAnswerRecord(request.id, answer, entities);
    return { content: [{ type: "text" as const, text: record.text || record.reason }], structuredContent: record };
  });
  return server;
}
