import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { answerRecordSchema } from "../../../src/contract/answer-record.ts";

describe("explain-ip mcp, as an assistant's client meets it", () => {
  const client = new Client({ name: "test", version: "1" });
  const main = new URL("../../../src/main.ts", import.meta.url).pathname;
  const folder = mkdtempSync(join(tmpdir(), "explain-ip-mcp-"));

  beforeAll(async () => {
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [main, "mcp"],
      cwd: folder,
      env: {},
    });
    await client.connect(transport);
  });
  afterAll(async () => {
    await client.close();
    rmSync(folder, { recursive: true });
  });

  it("offers one tool and says that it only reads", async () => {
    const { tools } = await client.listTools();
    expect(tools.map((tool) => [tool.name, tool.annotations?.readOnlyHint])).toEqual([["explain_ip", true]]);
  });

  it("answers with the record that the command line gives", async () => {
    const question = "Why do requests between my apps come from 100.64.3.7 on Scaleway?";
    const result = await client.callTool({ name: "explain_ip", arguments: { question } });
    const record = answerRecordSchema.parse(result.structuredContent);
    expect(record.action).toBe("answer");
    expect(record.text).toContain("100.64.0.0/15");
    expect(record.entities.products).toContain("scaleway-kapsule");
    expect(record.evidence.some(({ source }) => source !== null)).toBe(true);
  });

  it("refuses a call without a question, and goes on", async () => {
    const broken = await client
      .callTool({ name: "explain_ip", arguments: { addressed: true } })
      .catch((error) => error);
    expect(Error.isError(broken) || broken.isError).toBe(true);
    const { tools } = await client.listTools();
    expect(tools).toHaveLength(1);
  });
});
