import type { Fact } from "../knowledge/fact.ts";
import { meets } from "./deciding-fact.ts";
import type { ClientTrace, Hop } from "./hop.ts";
import { nameParty } from "./name-party.ts";
import { usualPlace } from "./place.ts";
import type { Walk } from "./walk.ts";

/** A sentence about a walk and the facts it rests on, the one it mostly tells first. */
export type Telling = { readonly text: string; readonly facts: readonly Fact[] };

/**
 * What the receiver sees as the source, and what on the way makes it so. A product's own account of that is told as it
 * stands, since it names the options, and so is what Kubernetes does only when set up for it. Our own words are for what
 * only the walk as a whole says.
 */
export function tellSource(walk: Walk): Telling {
  const { hops, receiverSees } = walk;
  const rewriting = hops.filter(rewritesSource);
  const facts = [...rewriting.toReversed(), ...hops].flatMap(({ decidedBy }) => decidedBy);
  const told = facts.find((fact) => fact.product !== "kubernetes" || isSpecial(fact));
  if (told && (rewriting.length === 0 || rewriting.some(({ decidedBy }) => decidedBy.includes(told)))) {
    return { text: told.statement, facts: [told] };
  }
  const said = `The ${hops.at(-1)?.label ?? "receiver"} sees ${nameParty(receiverSees, walk)}`;
  return { text: `${said}${tellWhy(rewriting, walk)}`, facts: [...new Set(facts)] };
}

/** Whether a fact holds only where a place is set up otherwise than usual. */
function isSpecial({ claim }: Fact): boolean {
  return claim.type === "behaviour" && claim.under !== undefined && !meets(claim.under, usualPlace);
}

function rewritesSource({ rewrites }: Hop): boolean {
  return rewrites.some(({ end }) => end === "source");
}

function tellWhy([first, ...more]: readonly Hop[], walk: Walk): string {
  if (first === undefined) return tellKept(walk);
  const lost = nameParty(first.before.source, walk);
  if (more.length > 0) return `; ${lost} was lost at the ${first.label} already.`;
  return first.connection === "new"
    ? `: the ${first.label} opens a connection of its own.`
    : `: the ${first.label} puts it in place of ${lost}.`;
}

function tellKept({ hops }: Walk): string {
  const isService = hops.some(({ rewrites }) => rewrites.some(({ from }) => from.role === "service"));
  return isService
    ? "; the Service's address is only ever the destination, exchanged for a pod's on the way."
    : ": nothing on the way rewrites it.";
}

/** Where the client's address is still told, or why no header has it; undefined where nobody tells anything. */
export function tellClient(walk: Walk): Telling | undefined {
  const trace = walk.clientIn.findLast(({ tells }) => tells.role === "client") ?? walk.clientIn.at(-1);
  if (trace === undefined || walk.receiverSees.role === "client") return undefined;
  if (trace.tells.role === "client") return { text: `${tellWhere(trace, walk)}.`, facts: [trace.decidedBy] };
  const thief = walk.hops.find(rewritesSource);
  const text = `\`${trace.names[0]}\` does not hold the client's address then: the ${thief?.label} replaces it before the ${labelOf(trace, walk)} writes the header.`;
  return { text, facts: [...(thief?.decidedBy ?? []), trace.decidedBy] };
}

function tellWhere({ carrier, names, putBy }: ClientTrace, walk: Walk): string {
  const label = labelOf({ putBy }, walk);
  if (carrier === "proxy-protocol") return `The ${label} still tells the client's address, by the PROXY protocol`;
  const headers = names.map((name) => `\`${name}\``).join(" and ");
  return `The client's address is in ${headers}, set by the ${label}`;
}

function labelOf({ putBy }: Pick<ClientTrace, "putBy">, { hops }: Walk): string {
  return hops.find(({ at }) => at === putBy)?.label ?? "proxy";
}
