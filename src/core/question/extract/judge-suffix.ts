import { kindOfTopLevelDomain } from "./top-level-domains.ts";

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

export type SuffixVerdict =
  | { readonly kind: "sure"; readonly reason: string }
  | { readonly kind: "needsEvidence"; readonly reason: string }
  | { readonly kind: "refused"; readonly reason: string };

const refused = (reason: string): SuffixVerdict => ({ kind: "refused", reason });
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
  const caseRefusal = refuseCase(labels, kind === "usual");
  if (caseRefusal !== undefined) return { kind: "needsEvidence", reason: caseRefusal };
  if (labels.length > 2 && packageStarts.has((labels[0] ?? "").toLowerCase()))
    return { kind: "needsEvidence", reason: "a package of a program: it starts where a host name ends" };
  if (kind === "ambiguous")
    return { kind: "needsEvidence", reason: `".${suffix}" is also a word, a field or the ending of a file` };
  return sure(`a name under the top-level domain "${suffix}"`);
}

function judgePrivate(labels: readonly string[], suffix: string): SuffixVerdict {
  if (suffix === "svc" && labels.length < 3)
    return { kind: "needsEvidence", reason: '".svc" with a single name before it' };
  if (suffix === "mesh" || suffix === "global" || suffix === "home" || suffix === "test" || suffix === "private") {
    if (labels.length < 3) return { kind: "needsEvidence", reason: `".${suffix}" is also a word or a field` };
  }
  if (labels.some(isCamelCase))
    return { kind: "needsEvidence", reason: "mixed upper and lower case: a name of a program" };
  return sure(`a name under ".${suffix}", which is kept for private or special use`);
}

/** `request.getRemoteAddr`, `Hello.World`, `end.Start`: written in a way that host names are not. */
function refuseCase(labels: readonly string[], isUsual: boolean): string | undefined {
  const last = labels.at(-1) ?? "";
  if (/^\p{Lu}\p{Ll}/u.test(last)) return "a capital letter after the dot: a new sentence or a name of a program";
  const allowsCamel = isUsual && labels.length === 2;
  if (!allowsCamel && labels.some(isCamelCase)) return "mixed upper and lower case: a name of a program";
  return undefined;
}

const isCamelCase = (label: string): boolean => /\p{Ll}\p{Lu}/u.test(label);
