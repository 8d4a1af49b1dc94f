import type { FastifyInstance, FastifyRequest } from "fastify";
import { logFailure } from "../answer-failures.ts";
import type { HttpParts } from "../http-parts.ts";
import { emptyForm, type PageForm, readPageForm, toExplainRequest } from "../page/page-form.ts";
import { readAssets } from "../page/read-assets.ts";
import { answerTitles, viewAnswer } from "../page/view-answer.ts";
import { viewFailure } from "../page/view-failure.ts";
import { viewLooks } from "../page/view-looks.ts";
import { type PageState, viewPage } from "../page/view-page.ts";

/** What the page needs of the server's parts. */
type PageParts = Pick<HttpParts, "explain" | "renderings" | "surfaces" | "log">;

const NAME = "explain-ip";
const HTML = "text/html; charset=utf-8";

/**
 * The page: `GET /`, its files, and the two ways to ask from it. `POST /` gives the page with the answer, for browsers
 * without a script; `POST /page/explain` gives the same as a PageState in JSON.
 */
export async function addPage(server: FastifyInstance, parts: PageParts): Promise<void> {
  const assets = await readAssets();
  server.register(async (scope) => {
    for (const { path, contentType, content } of assets) {
      scope.get(path, async (_request, reply) =>
        reply.type(contentType).header("cache-control", "no-cache").send(content),
      );
    }
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) =>
      done(null, body),
    );
    scope.addHook("onRequest", async (_request, reply) => void reply.header("cache-control", "no-store"));
    addWays(scope, parts);
  });
}

function addWays(scope: FastifyInstance, parts: PageParts): void {
  const asHtml = (state: PageState) => viewPage(state, parts.surfaces);
  scope.get("/", async (_request, reply) =>
    reply.type(HTML).send(asHtml({ title: NAME, form: emptyForm, result: [] })),
  );
  scope.post("/", async (request, reply) => reply.type(HTML).send(asHtml(await answerForm(formOf(request), parts))));
  scope.post("/page/explain", async (request) => answerForm(formOf(request), parts));
  scope.setErrorHandler((error, request, reply) => {
    const { status, record } = logFailure(error, request, parts.log);
    const state = {
      title: `Not answered – ${NAME}`,
      form: formOf(request),
      result: [viewFailure(record.error.message)],
    };
    reply.code(status);
    return request.routeOptions.url === "/" ? reply.type(HTML).send(asHtml(state)) : reply.send(state);
  });
}

async function answerForm(form: PageForm, parts: PageParts): Promise<PageState> {
  const { answer } = await parts.explain(toExplainRequest(form));
  const result = [viewAnswer(answer), viewLooks(answer, parts.renderings)];
  return { title: `${answerTitles[answer.action]} – ${NAME}`, form, result };
}

/** The body is a string once the form's parser read it; a refused body leaves the boxes empty. */
function formOf(request: FastifyRequest): PageForm {
  return typeof request.body === "string" ? readPageForm(request.body) : emptyForm;
}
