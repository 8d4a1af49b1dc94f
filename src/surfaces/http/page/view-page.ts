import type { SurfaceState } from "../http-parts.ts";
import { element, type PageElement, type PageNode } from "./page-element.ts";
import type { PageForm } from "./page-form.ts";
import { renderHtml } from "./render-html.ts";
import { viewForm } from "./view-form.ts";

/** What the page shows: a title, what stands in its boxes, and below them the result, if there is one yet. */
export type PageState = { readonly title: string; readonly form: PageForm; readonly result: readonly PageNode[] };

/** The whole page as an HTML document. */
export function viewPage({ title, form, result }: PageState, surfaces: readonly SurfaceState[]): string {
  const page = element(
    "html",
    { lang: "en" },
    viewHead(title),
    element(
      "body",
      {},
      viewHeader(),
      element(
        "main",
        {},
        viewForm(form),
        element("p", { id: "status", role: "status" }),
        element("div", { id: "result" }, ...result),
      ),
      viewFooter(surfaces),
    ),
  );
  return `<!doctype html>\n${renderHtml(page)}\n`;
}

function viewHead(title: string): PageElement {
  return element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "color-scheme", content: "light dark" }),
    element("title", {}, title),
    element("link", { rel: "icon", href: "/icon.svg", type: "image/svg+xml" }),
    element("link", { rel: "stylesheet", href: "/page.css" }),
    element("link", { rel: "stylesheet", href: "/drawing.css" }),
    element("script", { type: "module", src: "/page.js" }),
  );
}

function viewHeader(): PageElement {
  return element(
    "header",
    {},
    element("h1", {}, element("a", { href: "/" }, "explain-ip")),
    element(
      "p",
      {},
      "What an IP address is, whose it is there, why you see it, and what to allow. Every statement has its source.",
    ),
  );
}

function viewFooter(surfaces: readonly SurfaceState[]): PageElement {
  const items = surfaces.map(({ name, on, why }) =>
    element("li", {}, element("span", { class: on ? "on" : "off" }, `${name}: ${on ? "on" : "off"}`), ` – ${why}`),
  );
  return element(
    "footer",
    {},
    ...(items.length > 0 ? [element("h2", {}, "What is on"), element("ul", {}, ...items)] : []),
    element(
      "p",
      {},
      "For programs: ",
      element("code", {}, "POST /v1/explain"),
      ", described by ",
      element("a", { href: "/v1/schema.json" }, "its JSON Schema"),
      ".",
    ),
  );
}
