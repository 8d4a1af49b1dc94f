import type { Evidence } from "../evidence/evidence.ts";
import type { Article, ArticleItem } from "../knowledge/article.ts";
import type { Configurability, Fact } from "../knowledge/fact.ts";
import { formatAddress } from "../network/address.ts";
import { formatCidr } from "../network/cidr.ts";
import type { RegistryRow } from "../network/registry.ts";

/** A registry row as evidence: its words, and where and when they were read. */
export function evidenceOfRow(row: RegistryRow): Evidence {
  const cidr = formatCidr(row.cidr);
  return {
    id: `registry:${cidr}`,
    kind: "registry",
    statement: `${cidr} is ${row.name} (${row.rfcs.join(", ")}).`,
    sources: [
      {
        url: row.registry.url,
        title: row.registry.title,
        locator: cidr,
        kind: "standard",
        checkedOn: row.registry.checkedOn,
      },
    ],
  };
}

/** A fact as evidence, with all its figures, also those its sentence leaves out. */
export function evidenceOfFact(fact: Fact): Evidence {
  const parts = [fact.statement, figuresOf(fact), settingOf(fact.configurableBy), versionsOf(fact)];
  return {
    id: `fact:${fact.id}`,
    kind: "fact",
    statement: parts.filter(Boolean).join(" "),
    sources: fact.sources,
    ...markOf(fact),
  };
}

function figuresOf({ claim }: Fact): string {
  if (claim.type === "range") return claim.cidrs.length > 0 ? `Ranges: ${claim.cidrs.map(formatCidr).join(", ")}.` : "";
  if (claim.type === "address") return `Addresses: ${claim.addresses.map(formatAddress).join(", ")}.`;
  return "";
}

function settingOf(setting: Configurability | undefined): string {
  return setting ? `Set by ${setting.option} (${setting.when}).` : "";
}

function versionsOf({ appliesTo: { since, until } }: Fact): string {
  return [since ? `Since ${since}.` : "", until ? `Until ${until}.` : ""].filter(Boolean).join(" ");
}

export function evidenceOfArticle(article: Article, item: ArticleItem): Evidence {
  const list = [...article.statements, ...article.steps, ...article.checks];
  return {
    id: `article:${article.id}#${list.indexOf(item) + 1}`,
    kind: "article",
    statement: item.text,
    sources: item.sources,
    ...markOf(article),
  };
}

function markOf({ visibility }: Fact | Article): Pick<Evidence, "isPrivate"> {
  return visibility === "private" ? { isPrivate: true } : {};
}

/** Something that follows from the question by arithmetic or by what we are; it needs no source but the calculation. */
export function computedEvidence(name: string, statement: string): Evidence {
  return { id: `computed:${name}`, kind: "computed", statement, sources: [] };
}
