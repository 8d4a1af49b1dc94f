import type { Evidence } from "../evidence/evidence.ts";
import type { Source } from "../knowledge/source.ts";
import type { Answer, AnswerDrawing, Certainty, Citation, ClarifyingQuestion, Statement, Step } from "./answer.ts";
import { choosePieces } from "./choose-pieces.ts";
import type { Decision } from "./decide-action.ts";
import type { Piece } from "./piece.ts";

const MOST_SOURCES_EACH = 2;

/** What an answer is made from; the pieces may come in any order. */
export type Composition = {
  readonly pieces: readonly Piece[];
  readonly decision: Decision;
  readonly ask: ClarifyingQuestion | undefined;
  readonly drawing?: AnswerDrawing | undefined;
  readonly certainty: Certainty | null;
  readonly knowledgeVersion: string;
};

/** Puts the pieces in order, drops what there is no room for, and numbers the sources of what is left. */
export function composeAnswer(composition: Composition): Answer {
  const { pieces, decision, ask, drawing, certainty, knowledgeVersion } = composition;
  const ordered = withoutRepeats(pieces.toSorted((a, b) => a.priority - b.priority));
  const { shown, folded } = choosePieces(ordered);
  const [summary, ...details] = inSlot(shown, "detail");
  const steps = inSlot(shown, "step");
  const checks = inSlot(shown, "check");
  const said = [...(summary ? [summary] : []), ...details, ...steps, ...checks, ...folded];
  return withEvidence({
    action: decision.action,
    summary: summary ? toStatement(summary) : null,
    details: details.map(toStatement),
    steps: steps.map(toStep),
    checks: checks.map(toStep),
    more: folded.map(toStep),
    ...(ask ? { ask } : {}),
    ...(drawing ? { drawing } : {}),
    citations: [],
    evidence: collectEvidence(said),
    certainty: said.length > 0 ? certainty : null,
    knowledgeVersion,
    composedBy: "template",
    reason: decision.reason,
  });
}

/** The answer with the evidence that its statements rest on and no more, and the sources of that numbered. */
export function withEvidence(answer: Answer): Answer {
  const used = new Set(statementsOf(answer).flatMap((statement) => statement.evidence));
  const evidence = answer.evidence.filter(({ id }) => used.has(id));
  return { ...answer, evidence, citations: numberSources(evidence) };
}

/** All that is said, the folded part too. */
export function statementsOf(answer: Answer): Step[] {
  return [...shownStatements(answer), ...answer.more];
}

/** What is read at first sight, in reading order. */
export function shownStatements({ summary, details, steps, checks }: Answer): Step[] {
  return [...(summary ? [summary] : []), ...details, ...steps, ...checks];
}

function inSlot(pieces: readonly Piece[], slot: Piece["slot"]): Piece[] {
  return pieces.filter((piece) => piece.slot === slot);
}

/**
 * The same fact can come as a candidate and as an answer to a topic; it is said once, where it matters most. A piece tells
 * the fact that its evidence opens with; what only draws on a fact opens with the calculation.
 */
function withoutRepeats(pieces: readonly Piece[]): Piece[] {
  const seen = new Set<string>();
  return pieces.filter((piece) => {
    const [first] = piece.evidence;
    const told = first?.kind === "fact" ? [`${piece.slot} ${first.id} ${piece.position ?? 0}`] : [];
    const keys = [piece.snippet?.text ?? piece.command ?? piece.text, ...told];
    const isNew = !keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return isNew;
  });
}

function toStatement({ text, evidence }: Piece): Statement {
  return { text, evidence: evidence.map(({ id }) => id) };
}

function toStep(piece: Piece): Step {
  const { command, snippet } = piece;
  return { ...toStatement(piece), ...(command ? { command } : {}), ...(snippet ? { snippet } : {}) };
}

function collectEvidence(pieces: readonly Piece[]): Evidence[] {
  const byId = new Map(pieces.flatMap((piece) => piece.evidence).map((evidence) => [evidence.id, evidence]));
  return [...byId.values()];
}

/** Numbers each page once, in order of appearance; of one page read twice, the later reading counts. */
function numberSources(evidence: readonly Evidence[]): Citation[] {
  const byPage = new Map<string, Source>();
  for (const source of evidence.flatMap(citedSources)) {
    const known = byPage.get(source.url);
    if (!known || known.checkedOn < source.checkedOn)
      byPage.set(source.url, known ? { ...known, checkedOn: source.checkedOn } : source);
  }
  return [...byPage.values()].map((source, i) => ({ ...source, number: i + 1 }));
}

/** The evidence keeps all its sources; the reader is shown the first ones, which say it best. */
function citedSources({ sources }: Evidence): readonly Source[] {
  return sources.slice(0, MOST_SOURCES_EACH);
}

/** The numbers of the citations a statement rests on, ascending. */
export function citationNumbers(answer: Answer, statement: Statement): number[] {
  const byId = new Map(answer.evidence.map((evidence) => [evidence.id, evidence]));
  const urls = new Set(
    statement.evidence
      .flatMap((id) => byId.get(id) ?? [])
      .flatMap(citedSources)
      .map((source) => source.url),
  );
  return answer.citations.filter((citation) => urls.has(citation.url)).map((citation) => citation.number);
}

/** The citations that are needed at first sight: all but those that only what is folded away rests on. */
export function shownCitations(answer: Answer): Citation[] {
  const shown = new Set(shownStatements(answer).flatMap((statement) => citationNumbers(answer, statement)));
  const folded = new Set(answer.more.flatMap((statement) => citationNumbers(answer, statement)));
  return answer.citations.filter(({ number }) => shown.has(number) || !folded.has(number));
}

/** The citations that what is folded away rests on. */
export function foldedCitations(answer: Answer): Citation[] {
  const folded = new Set(answer.more.flatMap((statement) => citationNumbers(answer, statement)));
  return answer.citations.filter(({ number }) => folded.has(number));
}
