import type { Fact } from "../../knowledge/fact.ts";
import type { NetworkRole } from "../../knowledge/network-role.ts";
import type { Topic } from "../../question/topic.ts";
import { evidenceOfFact } from "../evidence-of.ts";
import { type Piece, priorities } from "../piece.ts";
import type { Situation } from "../select/situation.ts";

/** Facts of the named products that bear on what is asked, one statement each, in the order they were selected. */
export function describeFacts({ facts, tellingFacts, reading }: Situation): Piece[] {
  const asksForRanges = reading.topics.some(({ topic }) => rangeTopics.has(topic));
  const named = new Set(asksForRanges ? reading.products.map(({ product }) => product) : []);
  const bearing = facts.map((fact, i) => ({ fact, priority: priorityOf(fact, named) + i / 100 }));
  const isAnswered = bearing.some(({ priority }) => priority < priorities.toThePoint);
  const telling = tellingFacts.map((fact, i) => ({ fact, priority: tellingPriority(fact, isAnswered) + i / 100 }));
  return [...telling, ...bearing].map(({ fact, priority }) => {
    const { configurableBy: setting } = fact;
    const change =
      setting && !fact.statement.includes(setting.option) ? ` ${sayChange(setting.option, setting.when)}` : "";
    return {
      slot: "detail",
      priority,
      text: `${fact.statement}${change}`,
      evidence: [evidenceOfFact(fact)],
    };
  });
}

/** How Kubernetes does things in general, and what merely sounds alike once the range is told, give way to articles. */
function tellingPriority({ product }: Fact, isAnswered: boolean): number {
  return product === "kubernetes" || isAnswered ? priorities.article : priorities.tellingFact;
}

const rangeTopics: ReadonlySet<Topic> = new Set(["which-range", "documented", "change-range", "allow-inbound"]);

const rangeRoles: ReadonlySet<NetworkRole> = new Set(["pod", "service", "node", "egress"]);

/** The range of the very product that was named is what was asked for; how things go in general can wait. */
function priorityOf({ product, claim }: Fact, named: ReadonlySet<string>): number {
  const isRange = claim.type !== "behaviour" && rangeRoles.has(claim.role);
  return named.has(product) && isRange ? priorities.ownFact : priorities.fact;
}

function sayChange(option: string, when: "creation" | "any-time" | "never"): string {
  if (when === "never") return "It cannot be changed.";
  const limit = when === "creation" ? ", only when the cluster is created" : "";
  return `It is set with \`${option}\`${limit}.`;
}
