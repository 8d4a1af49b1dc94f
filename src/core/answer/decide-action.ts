import type { Question } from "../question/question.ts";
import type { Reading } from "../question/reading.ts";
import type { Action } from "./answer.ts";

export type Decision = { readonly action: Action; readonly reason: string };

/** What was found for the question: how many statements, and whether the question leaves out what every answer needs. */
export type Findings = { readonly statements: number; readonly lacksDetails: boolean };

/** Answer, clarify, stay silent or decline, always with the reason. Addressed means an answer or a reason; overheard may be silence. */
export function decideAction(question: Question, reading: Reading, findings: Findings): Decision {
  const { intent } = reading;
  if (!question.addressed) return decideOverheard(reading, findings);
  if (intent.kind === "instruct") return { action: "decline", reason: `Asked to act: ${intent.reason}.` };
  if (findings.lacksDetails)
    return { action: "clarify", reason: "Something does not work, but no address or name says where." };
  if (findings.statements > 0) return { action: "answer", reason: "There is evidence for an answer." };
  return { action: "clarify", reason: "Addressed, but nothing in the message or the knowledge answers it yet." };
}

function decideOverheard(reading: Reading, findings: Findings): Decision {
  const { intent } = reading;
  const silent = (reason: string): Decision => ({ action: "silent", reason });
  if (intent.kind !== "ask") return silent(`Overheard, and not a question: ${intent.reason}.`);
  if (!isAboutNetwork(reading))
    return silent(
      "Overheard, and not clearly a networking question: that takes an address or a host name, and a topic.",
    );
  if (findings.statements === 0 || findings.lacksDetails)
    return silent("Overheard, and there is no evidence for an answer.");
  return { action: "answer", reason: "Overheard a networking question that the evidence answers." };
}

/** An address alone may stand in any talk; with a networking topic beside it, it is a networking question. */
function isAboutNetwork(reading: Reading): boolean {
  return (reading.subjects.length > 0 || reading.hostnames.length > 0) && reading.topics.length > 0;
}
