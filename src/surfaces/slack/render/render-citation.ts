import type { Citation } from "../../../core/answer/answer.ts";
import { escapeMrkdwn } from "./escape-mrkdwn.ts";

/** Keeps every link well below the limit of a section, so that no link is ever cut. */
const LONGEST_URL = 1400;
const LONGEST_TITLE = 200;

/** One line of the source list: `[1] <url|title>, locator (checked 2026-11-01)`. Only http and https become links. */
export function renderCitation(citation: Citation): string {
  const title = escapeMrkdwn(shorten(oneLine(citation.title)));
  const url = linkTarget(citation.url);
  const locator = oneLine(citation.locator) === "" ? "" : `, ${escapeMrkdwn(shorten(oneLine(citation.locator)))}`;
  const name = url === undefined ? title : `<${url}|${title || "source"}>`;
  return `[${citation.number}] ${name}${locator} (checked ${escapeMrkdwn(oneLine(citation.checkedOn))})`;
}

/** The address as Slack's `<url|title>` takes it, or undefined where it is no web address or too long to link. */
function linkTarget(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  const target = escapeMrkdwn(url.href.replaceAll("|", "%7C").replaceAll("<", "%3C").replaceAll(">", "%3E"));
  return target.length > LONGEST_URL ? undefined : target;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_TITLE ? `${characters.slice(0, LONGEST_TITLE).join("")}…` : text;
}
