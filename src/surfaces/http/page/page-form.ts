import { type ExplainRequest, explainRequestSchema } from "../../../contract/explain-request.ts";
import { readContract } from "../../../contract/read-contract.ts";
import { ExplainIpError } from "../../../errors.ts";

/** What stands in the page's two boxes. */
export type PageForm = { readonly question: string; readonly earlier: string };

export const emptyForm: PageForm = { question: "", earlier: "" };

/**
 * Reads the page's form (application/x-www-form-urlencoded). The button that sent it may be an example, which takes the
 * question's place, or a choice, which is added to it.
 */
export function readPageForm(body: string): PageForm {
  const fields = new URLSearchParams(body);
  const field = (name: string) => (fields.get(name) ?? "").replaceAll("\r\n", "\n").trim();
  const example = field("example");
  const question = [field("question"), field("choice")].filter((part) => part !== "").join("\n\n");
  return example === "" ? { question, earlier: field("earlier") } : { question: example, earlier: "" };
}

/** The form as a request; throws `bad-input` when there is nothing to answer or too much. */
export function toExplainRequest({ question, earlier }: PageForm): ExplainRequest {
  if (question === "") {
    throw new ExplainIpError("bad-input", "There is no question yet.", "Write one into the box, or try an example.");
  }
  return readContract(explainRequestSchema, { surface: "http", question, thread: splitMessages(earlier) });
}

/** Earlier messages are separated by a line of three or more dashes. */
function splitMessages(earlier: string): string[] {
  return earlier
    .split(/^-{3,}[ \t]*$/m)
    .map((message) => message.trim())
    .filter((message) => message !== "");
}
