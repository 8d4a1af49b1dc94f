import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { checkMessage } from "./check-message.ts";
import type { Faults } from "./faults.ts";
import { IDENTITIES } from "./identities.ts";
import { readBody } from "./read-request.ts";
import { sendJson, showFault } from "./web-api.ts";
import type { Workspace } from "./workspace.ts";

/** The addresses commands are answered at: five replies each, within 30 minutes. */
export type ResponseUrls = {
  readonly create: (channel: string, user: string) => string;
  readonly serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
};

const USES = 5;
const LIFE_MS = 30 * 60_000;

export function createResponseUrls(origin: () => string, workspace: Workspace, faults: Faults): ResponseUrls {
  const open = new Map<string, { channel: string; user: string; uses: number; since: number }>();
  return {
    create: (channel, user) => {
      const path = `/commands/${IDENTITIES.teamId}/${randomUUID()}`;
      open.set(path, { channel, user, uses: 0, since: Date.now() });
      return `${origin()}${path}`;
    },
    serve: async (request, response) => {
      const body: Record<string, unknown> = JSON.parse(await readBody(request));
      const fault = faults.take("response_url");
      if (fault !== undefined && fault.kind !== "drop-response") return showFault(response, fault);
      const target = open.get(request.url ?? "");
      if (target === undefined || Date.now() - target.since > LIFE_MS)
        return sendJson(response, 404, { ok: false, error: "expired_url" });
      if (target.uses >= USES) return sendJson(response, 404, { ok: false, error: "used_url" });
      target.uses += 1;
      const problem = storeResponse(body, target.channel, target.user, workspace);
      if (fault !== undefined) return showFault(response, fault);
      sendJson(
        response,
        problem === undefined ? 200 : 400,
        problem === undefined ? { ok: true } : { ok: false, error: problem },
      );
    },
  };
}

/** Stores a reply to a command, from its acknowledgement or its response_url; it is ephemeral unless it says in_channel. */
export function storeResponse(
  body: Readonly<Record<string, unknown>>,
  channel: string,
  user: string,
  workspace: Workspace,
): string | undefined {
  const text = typeof body.text === "string" ? body.text : "";
  const blocks = Array.isArray(body.blocks) ? body.blocks : undefined;
  const problem = checkMessage(text, blocks);
  if (problem !== undefined) return problem;
  workspace.store({
    channel,
    user: IDENTITIES.botUserId,
    botId: IDENTITIES.botId,
    team: IDENTITIES.teamId,
    text,
    ...(blocks === undefined ? {} : { blocks }),
    ...(body.response_type === "in_channel" ? {} : { visibleTo: user }),
  });
  return undefined;
}
