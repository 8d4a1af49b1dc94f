import type { ClusterLookup, LookupResult } from "../../evidence/cluster-lookup.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { NetworkRole } from "../../knowledge/network-role.ts";
import { isSameCidr } from "../../network/cidr.ts";
import type { ListedRole } from "../../question/listing/listing-finding.ts";
import type { Question } from "../../question/question.ts";
import type { Reading } from "../../question/reading.ts";
import type { Subject } from "../../question/subject.ts";
import type { Candidate } from "./candidate.ts";
import { classifySubjects } from "./classify-subjects.ts";
import { rankCandidates } from "./rank-candidates.ts";
import { rankPassages } from "./rank-passages.ts";
import { ruledOutProducts } from "./ruled-out-products.ts";
import { selectFacts } from "./select-facts.ts";
import { selectWalks } from "./select-walks.ts";
import type { Situation } from "./situation.ts";
import { withoutProducts } from "./without-products.ts";

/**
 * Brings together all that bears on a question. `known` is the view that its audience may see; what the thread rules out
 * is left out of it here, for everything that follows.
 */
export function assembleSituation(
  question: Question,
  reading: Reading,
  known: Knowledge,
  lookups: readonly ClusterLookup[],
  results: readonly LookupResult[],
): Situation {
  const knowledge = withoutProducts(known, ruledOutProducts(reading, known));
  const subjects = classifySubjects(reading.subjects, knowledge.registry);
  const candidates = subjects.map(({ subject }) =>
    rankCandidates(subject, knowledge, reading.products, listedRoleOf(subject, reading)),
  );
  const facts = selectFacts(reading, knowledge);
  const context = {
    reading,
    bearing: facts,
    // What stands first is what the question is about; later addresses are often only circumstances.
    scopes: new Set(subjects.slice(0, 2).map(({ verdict }) => verdict.scope)),
    roles: new Set(candidates.flatMap(settledRoles)),
    owners: candidates.flatMap(([best]) => (best?.certainty === "documented" ? best.range.fact.product : [])),
  };
  return {
    question,
    reading,
    knowledge,
    subjects,
    candidates,
    facts,
    passages: rankPassages(context, knowledge),
    ...selectWalks(
      question,
      reading,
      knowledge,
      candidates.map(([best]) => best),
    ),
    observations: lookups.flatMap((lookup, i) => {
      const result = results[i];
      return result ? [{ lookup, result }] : [];
    }),
  };
}

/** The role that a pasted listing gives the subject. */
function listedRoleOf({ block }: Subject, { listings }: Reading): ListedRole | undefined {
  return listings.find(({ asked, role }) => role !== undefined && isSameCidr(asked, block))?.role;
}

/** The roles an address has by what is documented here; where nothing is, the one role that all its meanings agree on. */
function settledRoles(ranked: readonly Candidate[]): NetworkRole[] {
  const documented = ranked.filter(({ certainty }) => certainty === "documented");
  const roles = new Set((documented.length > 0 ? documented : ranked).map(({ range }) => range.role));
  return documented.length > 0 || roles.size === 1 ? [...roles] : [];
}
