import { countEach, isSameBag } from "../count-each.ts";
import type { WordingRule } from "./wording-rule.ts";

/** `NAT`, `CIDRs`, `NodePort`, `externalTrafficPolicy`, `kube-proxy`, `node_config`: no word of plain language looks so. */
const technical = /[A-Z]{2,}|[a-z][A-Z]|[A-Za-z][_=@#$&*]|\w[./:]\w|^--?\w/;
/** What a translation may add: German writes "IP-Adresse" where English says "address". */
const harmless: ReadonlySet<string> = new Set(["IP"]);

/**
 * For a translation: inline code letter by letter and as often, and every technical word that the statement holds and no
 * other, so that no flag, option, acronym, host name or URL comes in or gets lost.
 */
export const keepsItsNames: WordingRule = {
  name: "keeps-its-names",
  judge: (wording, plain) => {
    if (!isSameBag(codeIn(wording.text), codeIn(plain.text))) return "The wording changes inline code.";
    const said = countEach(technicalWords(wording.text));
    const wanted = countEach(technicalWords(plain.text));
    if ([...wanted.keys()].some((name) => !said.has(name))) return "The wording leaves out a name of the statement.";
    const isAdded = [...said.keys()].some((name) => !wanted.has(name) && !harmless.has(name));
    return isAdded ? "The wording holds a name that the statement does not hold." : undefined;
  },
};

/** A figure set as code is a matter of looks in English; a translation has no reason to change it. */
function codeIn(text: string): string[] {
  return text.match(/`[^`]*`/g) ?? [];
}

/** Outside of inline code, without plural -s and possessive, and of compounds such as "DNS-Server" each part. */
function technicalWords(text: string): string[] {
  const words = text.replace(/`[^`]*`/g, " ").match(/[A-Za-z0-9._/:=@#$&*-]+/g) ?? [];
  return words
    .map((word) => word.replace(/(?<![.,:;/-])[.,:;/-]+$/, ""))
    .flatMap((word) => (/^[A-Za-z]+(?:-[A-Za-z]+)+$/.test(word) ? word.split("-") : [word]))
    .filter((word) => technical.test(word) && !/^[\d.:/]+$/.test(word))
    .map((word) => word.replace(/(?<=[A-Z])s$/, ""));
}
