import { kindOfTopLevelDomain, type SuffixKind } from "./top-level-domains.ts";

/** Suffixes that no public zone has and that name hosts all the same: RFC 6761, RFC 8375, ICANN's `.internal`, and habits of networks. */
const privateSuffixes = new Set([
  ..."internal local localhost localdomain test example invalid onion arpa alt lan corp intranet private home".split(
    " ",
  ),
  ..."consul svc mesh global".split(" "),
]);

/** Labels that Java, Go and Apple packages start with: `com.example.app` is a package. */
const packageStarts = new Set("com org net io edu java javax jakarta".split(" "));

/** Software that is called like a host. */
const softwareNames = new Set("asp.net ado.net vb.net paint.net socket.io".split(" "));

/** What stands first in expressions of programs and hardly ever in host names. */
const identifiers = new Set([
  ..."this self console process window document req res ctx err exports module props args params options obj".split(
    " ",
  ),
  ..."prototype constructor values spec".split(" "),
]);

/** What files are called before their ending: `Dockerfile.dev`, `settings.local`. */
const fileNames = new Set([
  ..."dockerfile makefile readme changelog license compose docker-compose values config settings application".split(
    " ",
  ),
  ..."appsettings jenkinsfile vagrantfile procfile gemfile rc env index main".split(" "),
]);

/** What a host name under a wordlike domain starts with all the same. */
const hostStarts = new Set([
  ..."www api app mail smtp imap mx ns ns1 ns2 cdn docs static staging stage dev prod auth login sso vpn blog shop".split(
    " ",
  ),
  ..."portal admin git gitlab registry status grafana vault argocd wiki support".split(" "),
]);

/** Second levels under which registries of countries sell names. */
const secondLevels = new Set("co com ac go gov org net edu or ne".split(" "));

const suffixesThatAreWords = new Set("svc mesh global home test private".split(" "));

export type SuffixVerdict =
  | { readonly kind: "sure"; readonly reason: string }
  | { readonly kind: "needsEvidence"; readonly reason: string }
  | { readonly kind: "refused"; readonly reason: string };

const refused = (reason: string): SuffixVerdict => ({ kind: "refused", reason });
const doubtful = (reason: string): SuffixVerdict => ({ kind: "needsEvidence", reason });
const sure = (reason: string): SuffixVerdict => ({ kind: "sure", reason });

/** Judges a dotted name by its labels alone; `labels` as written, without a final dot. */
export function judgeSuffix(labels: readonly string[]): SuffixVerdict {
  const last = labels.at(-1) ?? "";
  const suffix = last.toLowerCase();
  const name = labels.join(".").toLowerCase();
  if (softwareNames.has(name)) return refused("the name of a piece of software");
  if (privateSuffixes.has(suffix)) return judgePrivate(labels, suffix);
  const kind = kindOfTopLevelDomain(suffix);
  if (kind === undefined) return refused(`no top-level domain is called "${suffix}"`);
  const doubt = doubtCase(labels, kind === "usual") ?? doubtExpression(labels) ?? doubtSuffix(labels, suffix, kind);
  return doubt === undefined ? sure(`a name under the top-level domain "${suffix}"`) : doubtful(doubt);
}

function judgePrivate(labels: readonly string[], suffix: string): SuffixVerdict {
  const isShort = labels.length < 3 && suffixesThatAreWords.has(suffix);
  const doubt = isShort
    ? `".${suffix}" is also a word or a field`
    : (doubtCase(labels, false) ?? doubtExpression(labels));
  return doubt === undefined
    ? sure(`a name under ".${suffix}", which is kept for private or special use`)
    : doubtful(doubt);
}

/** `com.example.app`, `this.options.host`: what only programs write. */
function doubtExpression(labels: readonly string[]): string | undefined {
  if (packageStarts.has((labels[0] ?? "").toLowerCase())) {
    return "a package of a program: it starts where a host name ends";
  }
  if (labels.length === 2 && fileNames.has((labels[0] ?? "").toLowerCase())) return "the name of a file";
  return labels.some((label) => identifiers.has(label)) ? "an expression of a program" : undefined;
}

function doubtSuffix(labels: readonly string[], suffix: string, kind: SuffixKind): string | undefined {
  if (kind === "fileEnding") return `".${suffix}" is also the ending of a file`;
  if (kind !== "word" || labels.some((label) => label.includes("-"))) return undefined;
  const isCountry = suffix.length === 2 && labels.length > 2 && suffix !== "id";
  const isRegistered = labels.length > 2 && secondLevels.has(labels.at(-2) ?? "");
  const isNamed = labels.length > 2 && hostStarts.has(labels[0] ?? "");
  return isCountry || isRegistered || isNamed ? undefined : `".${suffix}" is also a word or a field of a program`;
}

/** `request.getRemoteAddr`, `Hello.World`, `end.Start`: written in a way that host names are not. */
function doubtCase(labels: readonly string[], isUsual: boolean): string | undefined {
  const last = labels.at(-1) ?? "";
  if (/^\p{Lu}\p{Ll}/u.test(last)) return "a capital letter after the dot: a new sentence or a name of a program";
  const allowsCamel = isUsual && labels.length === 2;
  if (!allowsCamel && labels.some(isCamelCase)) return "mixed upper and lower case: a name of a program";
  return undefined;
}

const isCamelCase = (label: string): boolean => /\p{Ll}\p{Lu}/u.test(label);
