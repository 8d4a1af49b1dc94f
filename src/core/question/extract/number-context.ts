import { COLON } from "./character-classes.ts";
import { wordAfter, wordBefore } from "./look-around.ts";
import { findVersionContext } from "./version-context.ts";

const sectionWords = new Set(
  "section sections sec chapter clause paragraph appendix annex figure fig table step item rule requirement control heading §".split(
    " ",
  ),
);
const oidWords = new Set(
  "oid oids sysobjectid mib snmp snmpwalk snmpget extension extensions asn1 x509 x509v3".split(" "),
);
const imageWords = new Set("image images pull docker.io tag".split(" "));

/** Why the four octets at `[start, end)` are something else than an address; undefined when nothing around them says so. */
export function refuseQuad(text: string, start: number, end: number): string | undefined {
  const version = findVersionContext(text, start, end);
  if (version !== undefined) return version;
  const before = wordBefore(text, start);
  if (sectionWords.has(before.word) || text.charAt(start - 1) === "§" || text.charAt(start - 2) === "§") {
    return `the number of a section: "${before.word || "§"}" stands before it`;
  }
  if (oidWords.has(before.word)) return "an object identifier (OID)";
  if (isImageTag(text, start, before.word)) return "the tag of a container image or the version of a package";
  if (isMarkdownHeading(text, start)) return "the number of a heading";
  return undefined;
}

/** `team/agent:10.4.2.1`, `com.example:lib:1.2.3.4`: a colon directly behind a name that has a path or a group, or that words call an image. */
function isImageTag(text: string, start: number, name: string): boolean {
  if (text.charCodeAt(start - 1) !== COLON || name === "") return false;
  let at = start - 2;
  while (at >= 0 && start - at < 128 && /[\w.-]/.test(text.charAt(at))) at -= 1;
  if (text.charAt(at) === "/" && text.charAt(at - 1) !== "/" && /\w/.test(text.charAt(at - 1))) return true;
  const isNamed = /[a-z]/i.test(text.slice(at + 1, start - 1));
  if (isNamed && text.charAt(at) === ":" && /[a-z]\.[\w.]+$/.test(text.slice(Math.max(0, at - 64), at))) return true;
  return imageWords.has(wordBefore(text, at + 1).word);
}

/** `### 1.2.3.4 Title` */
function isMarkdownHeading(text: string, start: number): boolean {
  return text.charAt(start - 1) === " " && text.charAt(start - 2) === "#" && wordAfter(text, start).word !== "";
}
