import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { createMcpServer, type McpParts } from "./create-mcp-server.ts";

/** Serves the Model Context Protocol over standard input and output; resolves to what closes it. */
export function serveMcp(parts: McpParts): () => Promise<void> {
  const handle = serveStdio(() => createMcpServer(parts));
  return async () => handle.close();
}
