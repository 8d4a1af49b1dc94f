import { type SettingName, settingClauses } from "../knowledge/place-settings.ts";
import { isSame } from "./apply-claim.ts";
import type { ClientTrace } from "./hop.ts";
import { nameParty } from "./name-party.ts";
import type { Place } from "./place.ts";
import type { Undecided, Walk } from "./walk.ts";
import { isWalk } from "./walk.ts";
import { walkFlow } from "./walk-flow.ts";

/** A change of settings as a second walk, and what is different in one sentence without figures. */
export type WhatIf = {
  readonly change: Partial<Place>;
  readonly before: Walk;
  readonly after: Walk | Undecided;
  readonly sentence: string;
};

/** Follows the same flow with some settings changed, under the same facts. */
export function whatIf(before: Walk, change: Partial<Place>): WhatIf {
  const after = walkFlow(before.flow, { ...before.place, ...change }, before.facts);
  return { change, before, after, sentence: `${sayChange(change)}, ${tellDifference(before, after)}` };
}

/** The changed settings as a clause that a sentence can begin with. */
export function sayChange(change: Partial<Place>): string {
  const clauses = (Object.keys(settingClauses) as SettingName[]).flatMap((name) => {
    const value = change[name];
    const clausesOf: Readonly<Record<string, string>> = settingClauses[name];
    return value === undefined ? [] : (clausesOf[value] ?? []);
  });
  const [first = "With other exceptions from masquerading", ...more] = clauses;
  return `${[first, ...more.map((clause) => clause.charAt(0).toLowerCase() + clause.slice(1))].join(" and ")}`;
}

function tellDifference(before: Walk, after: Walk | Undecided): string {
  if (!isWalk(after)) return `nothing we know says what the receiver would see: ${after.reason}.`;
  const receiver = `the ${after.hops.at(-1)?.label ?? "receiver"}`;
  const now = nameParty(after.receiverSees, after);
  const told = newlyTold(before, after);
  if (isSame(before.receiverSees, after.receiverSees)) {
    return `${receiver} still sees ${now}${told ? `, but ${told}` : ""}.`;
  }
  return `${receiver} sees ${now} instead of ${nameParty(before.receiverSees, before)}${told ? `, and ${told}` : ""}.`;
}

/** What a hop tells of the client that none told before. */
function newlyTold(before: Walk, after: Walk): string | undefined {
  const knew = new Set(before.clientIn.filter(tellsClient).map(({ names }) => names.join()));
  const trace = after.clientIn.findLast((found) => tellsClient(found) && !knew.has(found.names.join()));
  if (trace === undefined) return undefined;
  return `${trace.carrier === "header" ? `\`${trace.names[0]}\`` : `the ${trace.names[0]}`} tells the client's address`;
}

function tellsClient({ tells }: ClientTrace): boolean {
  return tells.role === "client";
}
