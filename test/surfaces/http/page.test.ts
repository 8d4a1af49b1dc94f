import { describe, expect, it } from "@jest/globals";
import type { ExplainRequest } from "../../../src/contract/explain-request.ts";
import type { PageNode } from "../../../src/surfaces/http/page/page-element.ts";
import { sampleAnswer, sampleDrawing } from "./sample-answer.ts";
import { noEntities, startServer, type TestServer } from "./start-server.ts";

const FORM = "application/x-www-form-urlencoded";

function send(server: TestServer, path: string, fields: Record<string, string>) {
  return server.post(path, new URLSearchParams(fields).toString(), FORM);
}

/** A server that answers with this answer, and the requests it got. */
async function answering(answer = sampleAnswer()) {
  const asked: ExplainRequest[] = [];
  const server = await startServer({
    explain: async (request) => {
      asked.push(request);
      return { answer, entities: noEntities() };
    },
  });
  return { asked, server };
}

function textOf(node: PageNode): string {
  return typeof node === "string" ? node : node.children.map(textOf).join("");
}

describe("the page", () => {
  it("loads only its own files, all of which are there, and weighs little", async () => {
    const server = await startServer();
    const response = await server.get("/");
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const html = await response.text();
    const files = [...html.matchAll(/<(?:link|script)[^>]*(?:href|src)="([^"]*)"/g)].map(([, file]) => file ?? "");
    expect(files).toEqual(["/icon.svg", "/page.css", "/drawing.css", "/page.js"]);
    let weight = html.length;
    for (const file of files) {
      const served = await server.get(file);
      expect(served.status).toBe(200);
      weight += (await served.arrayBuffer()).byteLength;
    }
    expect(weight).toBeLessThan(40 * 1024);
  });

  it("has no inline script and no inline style, before and after an answer", async () => {
    const { server } = await answering();
    for (const page of [await server.get("/"), await send(server, "/", { question: "What?" })]) {
      const html = await page.text();
      expect(html).not.toMatch(/<style|<[^>]* style=|<[^>]* on[a-z]+=|javascript:/);
      expect([...html.matchAll(/<script[^>]*>([^<]*)<\/script>/g)].map(([, inside]) => inside)).toEqual([""]);
    }
  });

  it("labels every field", async () => {
    const html = await (await (await startServer()).get("/")).text();
    const fields = [...html.matchAll(/<textarea[^>]* id="([^"]+)"/g)].map(([, id]) => id);
    expect(fields).toEqual(["question", "earlier"]);
    for (const id of fields) expect(html).toContain(`<label for="${id}"`);
  });

  it("says which surfaces are on and off, and why", async () => {
    const surfaces = [
      { name: "Slack", on: false, why: "no token" },
      { name: "Discourse", on: true, why: "forum.example" },
    ];
    const html = await (await (await startServer({ surfaces })).get("/")).text();
    expect(html).toContain('<span class="off">Slack: off</span> – no token');
    expect(html).toContain('<span class="on">Discourse: on</span> – forum.example');
  });
});

describe("asking on the page", () => {
  it("shows the answer with its evidence and keeps what was asked, without a script", async () => {
    const { server, asked } = await answering();
    const html = await (
      await send(server, "/", { question: "Why?\r\n100.64.3.7", earlier: "first\n---\nsecond" })
    ).text();
    expect(asked).toEqual([
      { surface: "http", addressed: true, question: "Why?\n100.64.3.7", thread: ["first", "second"] },
    ]);
    expect(html).toContain("Why?\n100.64.3.7</textarea>");
    expect(html).toContain("<code>100.64.3.7</code> is a pod of the cluster.");
    expect(html).toContain('<a class="cite" href="#source-1" aria-label="Source 1">[1]</a>');
    expect(html).toContain('<time datetime="2026-11-23">2026-11-23</time>');
    expect(html).toContain("Pods get 100.64.0.0/15.");
    expect(html).toContain("Knowledge version 2026.11.1.");
  });

  it("gives the script the same as text and elements, with the three looks", async () => {
    const { server } = await answering();
    const response = await send(server, "/page/explain", { question: "Why?" });
    const { title, form, result } = (await response.json()) as { title: string; form: object; result: PageNode[] };
    expect(title).toBe("Answer – explain-ip");
    expect(form).toEqual({ question: "Why?", earlier: "" });
    const [answer = "", looks = ""] = result.map(textOf);
    expect(answer).toContain("100.64.3.7 is a pod of the cluster. [1]");
    expect(looks).toContain("explain-ip APP100.64.3.7 is a pod of the cluster.");
    expect(looks).toContain("See the pod:kubectl get pods -A -o wide | grep '<none>'");
    expect(looks).toContain("`100.64.3.7` is a pod of the cluster. [1]\n\n100.64.0.0/10 is shared address space. [2]");
  });

  it("shows the way of the packet with what it was drawn from, as text and without a style of its own", async () => {
    const { server } = await answering(sampleAnswer({ drawing: sampleDrawing() }));
    const html = await (await send(server, "/", { question: "Why?" })).text();
    expect(html).toContain('role="img" aria-labelledby="walk-title walk-alt"');
    expect(html).toContain('<desc id="walk-alt">From &lt;a&gt; to b: nothing is rewritten.</desc>');
    expect(html).toContain(">&lt;script&gt;alert(1)&lt;/script&gt;</text>");
    expect(html).toContain('Drawn from <a href="https://example.org/a" rel="noreferrer">A page</a>.');
    expect(html).not.toMatch(/<style|style=/);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const sheet = await server.get("/drawing.css");
    expect([sheet.status, sheet.headers.get("content-type")]).toEqual([200, "text/css; charset=utf-8"]);
    expect(await sheet.text()).toContain("prefers-color-scheme: dark");
  });

  it("shows no way where there is none", async () => {
    const { server } = await answering();
    expect(await (await send(server, "/", { question: "Why?" })).text()).not.toContain("<svg");
  });

  it("offers the options of a question back, and adds the chosen one to the question", async () => {
    const ask = { text: "Where does it run?", options: ["Scaleway Kapsule", 'GKE "Autopilot"'] };
    const { server, asked } = await answering(sampleAnswer({ action: "clarify", ask }));
    const html = await (await send(server, "/", { question: "Why?" })).text();
    expect(html).toContain(
      '<button type="submit" form="ask" name="choice" value="Scaleway Kapsule">Scaleway Kapsule</button>',
    );
    expect(html).toContain('value="GKE &quot;Autopilot&quot;"');
    await send(server, "/", { question: "Why?", earlier: "x", choice: "Scaleway Kapsule" });
    expect(asked[1]).toMatchObject({ question: "Why?\n\nScaleway Kapsule", thread: ["x"] });
  });

  it("lets an example take the place of everything in the boxes", async () => {
    const { server, asked } = await answering();
    await send(server, "/page/explain", { question: "old", earlier: "older", example: "What is ::1?" });
    expect(asked).toMatchObject([{ question: "What is ::1?", thread: [] }]);
  });

  it.each([
    ["nothing", { question: " \n" }, 400, "There is no question yet."],
    ["too much", { question: "x".repeat(200_001) }, 400, "200000"],
    ["more than a body may hold", { question: "x".repeat(1024 * 1024) }, 413, "too large"],
  ])("says what is wrong with %s, on the page and to the script", async (_name, fields, status, words) => {
    const { server, asked } = await answering();
    const page = await send(server, "/", fields);
    expect([page.status, page.headers.get("content-type")]).toEqual([status, "text/html; charset=utf-8"]);
    expect(await page.text()).toContain(words);
    const state = await send(server, "/page/explain", fields);
    expect(state.status).toBe(status);
    const { result } = (await state.json()) as { result: PageNode[] };
    expect(result.map(textOf).join("")).toContain(words);
    expect(asked).toEqual([]);
  });

  it("keeps the question when answering fails", async () => {
    const server = await startServer({ explain: () => Promise.reject(new Error("broken inside")) });
    const page = await send(server, "/", { question: "my long question" });
    expect(page.status).toBe(500);
    const html = await page.text();
    expect(html).toContain("my long question</textarea>");
    expect(html).not.toContain("broken inside");
  });

  it.each([
    ["decline", "No answer to this"],
    ["silent", "No reply"],
  ] as const)("gives the reason of a %s", async (action, title) => {
    const bare = { summary: null, details: [], steps: [], checks: [], citations: [], evidence: [], certainty: null };
    const { server } = await answering(sampleAnswer({ ...bare, action, reason: "nobody asked" }));
    const html = await (await send(server, "/", { question: "Why?" })).text();
    expect(html).toContain(title);
    expect(html).toContain("Nobody asked.");
  });
});

describe("hostile text", () => {
  const attack = `</textarea><img src=x onerror=alert(1)><script>alert(1)</script>"' onclick="alert(1)`;

  it("stays text wherever it comes from", async () => {
    const statement = { text: `${attack} \`${attack}\``, evidence: [attack] };
    const source = {
      url: "javascript:alert(1)",
      title: attack,
      locator: attack,
      kind: "code",
      checkedOn: attack,
    } as const;
    const answer = sampleAnswer({
      summary: statement,
      details: [statement],
      steps: [{ ...statement, command: attack, snippet: { language: "yaml", text: attack } }],
      ask: { text: attack, options: [attack] },
      citations: [{ ...source, number: 1 }],
      evidence: [{ id: attack, kind: "fact", statement: attack, sources: [source] }],
      reason: attack,
      knowledgeVersion: attack,
      composedBy: { model: attack },
    });
    const { server } = await answering(answer);
    const html = await (await send(server, "/", { question: attack, earlier: attack })).text();
    const tags = new Set([...html.matchAll(/<([a-z0-9]+)/gi)].map(([, tag]) => tag?.toLowerCase()));
    expect(tags).not.toContain("img");
    expect([...html.matchAll(/<script/gi)]).toHaveLength(1);
    expect(html).not.toMatch(/href="javascript/i);
    const withoutValues = html.replaceAll(/"[^"]*"/g, '""');
    expect(withoutValues).not.toMatch(/<[^>]* on[a-z]+=/i);
  });
});
