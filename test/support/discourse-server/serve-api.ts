import { setTimeout as sleep } from "node:timers/promises";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { type ApiError, INVALID_KEY, NOT_FOUND, rateLimited } from "./api-error.ts";
import { createPost } from "./create-post.ts";
import type { ForumData, ForumPost, ForumUser } from "./forum-data.ts";
import { showPost } from "./show-post.ts";
import { listTopicPosts, type TopicPostsQuery } from "./topic-posts.ts";
import type { Troubles } from "./troubles.ts";

/** A call as the forum saw it. */
export type ApiCall = { readonly method: string; readonly url: string; readonly username: string };

export type ApiPorts = {
  readonly data: ForumData;
  readonly troubles: Troubles;
  readonly calls: ApiCall[];
  readonly posted: (post: ForumPost) => void;
};

/** The part of Discourse's API that a bot uses, with its key check. Not listening yet. */
export function serveApi({ data, troubles, calls, posted }: ApiPorts): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true });

  app.addHook("onRequest", async (request, reply) => {
    calls.push({ method: request.method, url: request.url, username: String(request.headers["api-username"] ?? "") });
    if (troubles.delayMs > 0) await sleep(troubles.delayMs);
    const trouble = troubles.takeNext();
    if (trouble !== undefined) return makeTrouble(reply, trouble);
    if (userOf(data, request) === undefined) return refuse(reply, INVALID_KEY);
  });

  app.get<{ Params: { id: string }; Querystring: TopicPostsQuery }>("/t/:id/posts.json", async (request, reply) => {
    const result = listTopicPosts(data, requireUser(data, request), Number(request.params.id), request.query);
    return isError(result) ? refuse(reply, result) : result;
  });

  app.get<{ Params: { file: string } }>("/u/:file", async (request, reply) => {
    const user = data.findUser(request.params.file.replace(/\.json$/, ""));
    if (user === undefined) return refuse(reply, NOT_FOUND);
    return { user: { id: user.id, username: user.username, admin: false, moderator: user.staff } };
  });

  app.post<{ Body: Record<string, unknown> }>("/posts.json", async (request, reply) => {
    const result = createPost(data, requireUser(data, request), request.body);
    if (isError(result)) return refuse(reply, result);
    posted(result);
    if (!troubles.takeDrop()) return showPost(result, { raw: true });
    reply.hijack();
    return void request.raw.socket.destroy();
  });
  return app;
}

/** A key acts for one user, and the user must be named beside it. */
function userOf(data: ForumData, { headers }: FastifyRequest): ForumUser | undefined {
  const user = data.keys.get(String(headers["api-key"]));
  return user?.username.toLowerCase() === String(headers["api-username"]).toLowerCase() ? user : undefined;
}

function requireUser(data: ForumData, request: FastifyRequest): ForumUser {
  const user = userOf(data, request);
  if (user === undefined) throw new Error("the key was checked before");
  return user;
}

function makeTrouble(reply: FastifyReply, trouble: NonNullable<ReturnType<Troubles["takeNext"]>>) {
  if ("status" in trouble) return reply.status(trouble.status).type("text/html").send("<h1>Sorry</h1>");
  const { waitSeconds, plainText } = trouble;
  reply.header("retry-after", String(waitSeconds));
  if (!plainText) return refuse(reply, rateLimited(waitSeconds));
  const words = `Slow down, you're making too many requests.\nPlease retry again in ${waitSeconds} seconds.\n`;
  return reply.status(429).type("text/plain").send(words);
}

function refuse(reply: FastifyReply, { status, body }: ApiError) {
  return reply.status(status).send(body);
}

function isError(result: object): result is ApiError {
  return "status" in result && "body" in result;
}
