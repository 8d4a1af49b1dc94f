import { AT, COLON, isDigit, isLetterOrDigit, SLASH } from "./character-classes.ts";
import { decodeHostname } from "./decode-hostname.ts";
import { urlSchemeBefore, wordAfter, wordBefore, wordsBefore } from "./look-around.ts";

/** Commands and messages of resolvers: what follows was looked up as a name, whatever its suffix. */
export const lookupWords = new Set(
  "nslookup dig drill lookup getaddrinfo enotfound eai_again unknownhostexception nxdomain".split(" "),
);

/** Commands and words that take a host name next. */
const hostWords = new Set([
  ..."curl wget ping ping6 traceroute tracepath mtr telnet nc ncat ssh resolve resolves resolved resolving".split(" "),
  ..."domain domains hostname hostnames fqdn server_name cname".split(" "),
]);
const loginCommands = new Set("ssh scp sftp rsync mosh telnet".split(" "));

/** Schemes whose part behind `//` is no host name. */
const hostlessSchemes = new Set(
  "file unix s3 gs containerd docker cri-o docker-pullable docker-image oci chrome about vscode jar classpath spotify".split(
    " ",
  ),
);

/** A sign beside a dotted word that it is a host name; undefined when there is none. */
export type HostEvidence = "url" | "lookup" | "port" | "word" | undefined;

/** Whether the host of a URL starts at `start`, credentials skipped. */
export function isUrlHost(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (before !== SLASH && before !== AT) return false;
  const scheme = urlSchemeBefore(text, start);
  return scheme !== undefined && !hostlessSchemes.has(scheme);
}

/** The strongest sign beside the word `[start, end)`. */
export function findHostEvidence(text: string, start: number, end: number): HostEvidence {
  if (isUrlHost(text, start)) return "url";
  if (lookupWords.has(wordBefore(text, start).word)) return "lookup";
  if (hostWords.has(wordBefore(text, start).word) || hostWords.has(wordsBefore(text, start, 2)[1] ?? "")) return "word";
  if (hostWords.has(wordAfter(text, end).word) && wordAfter(text, end).word.startsWith("resol")) return "word";
  if (text.charCodeAt(end) === COLON && isDigit(text.charCodeAt(end + 1)) && isDigit(text.charCodeAt(end + 2)))
    return "port";
  return undefined;
}

/** Why the place of the word `[start, end)` cannot be a host's: an e-mail address, a path, a part of an expression. */
export function refuseHostPlace(text: string, start: number, end: number): string | undefined {
  const before = text.charCodeAt(start - 1);
  if (isUserInfo(text, start)) return "the user of a URL";
  if (text.charCodeAt(end) === AT && isLetterOrDigit(text.charCodeAt(end + 1)))
    return "the name before the @ of an e-mail address";
  if (before === AT) return refuseBehindAt(text, start, end);
  if (before === SLASH && text.charCodeAt(start - 2) !== SLASH) return refusePath(text, start);
  if (text.charAt(start - 1) === "$" || text.charAt(start - 1) === "\\") return "a variable or a path of a program";
  return undefined;
}

const LONGEST_CREDENTIALS = 128;

/** Between `//` and an `@` before the next slash stand credentials (RFC 3986, section 3.2.1). */
function isUserInfo(text: string, start: number): boolean {
  if (!text.startsWith("//", start - 2)) return false;
  for (let at = start; at < text.length && at - start < LONGEST_CREDENTIALS; at += 1) {
    const code = text.charCodeAt(at);
    if (code === AT) return true;
    if (code <= 32 || code === SLASH || "\"'`<>|?#".includes(text.charAt(at))) return false;
  }
  return false;
}

function refuseBehindAt(text: string, start: number, end: number): string | undefined {
  if (urlSchemeBefore(text, start) !== undefined) return undefined;
  let at = start - 2;
  while (at >= 0 && start - at < 80 && /[\w.+%-]/.test(text.charAt(at))) at -= 1;
  if (at === start - 2) return "a person's name behind an @";
  if (loginCommands.has(wordBefore(text, at + 1).word)) return undefined;
  const isRemotePath = text.charAt(end) === ":" && /[\w~/]/.test(text.charAt(end + 1));
  return isRemotePath ? undefined : "the domain of an e-mail address";
}

const namedThings = new Set("node nodes host hosts server endpoint endpoints".split(" "));

function refusePath(text: string, start: number): string | undefined {
  return namedThings.has(wordBefore(text, start - 1).word) ? undefined : "a part of a path";
}

const apiWords = new Set(
  "crd crds customresourcedefinition apigroup apigroups apiversion group annotation annotations label labels finalizer taint api".split(
    " ",
  ),
);
const kubernetesHosts =
  /^(?:registry|docs|discuss|slack|blog|prow|testgrid|dl|cdn\.dl|pkgs|git|sigs|kops|www|charts)\.(?:k8s|kubernetes)\.io$/;

/** Why a name with a real suffix is rather a Kubernetes API group or the key of a label; undefined when it is not. */
export function refuseApiGroup(text: string, start: number, end: number, name: string): string | undefined {
  const words = wordsBefore(text, start, 3);
  if (
    apiWords.has(words[0] ?? "") ||
    (words.includes("kubectl") &&
      !/ exec |[>→]/.test(text.slice(Math.max(0, start - 60), start)) &&
      decodeHostname(name) === undefined)
  ) {
    return "the group or resource of a Kubernetes API";
  }
  if (hasApiVersionBehind(text, end, name)) return "the group of a Kubernetes API: a version follows";
  if (/^\/[\w.-]{1,63}["']?(?:: |:\n|:$|=)/.test(text.slice(end, end + 70))) return "the key of a label or annotation";
  const isProject = /(?:^|\.)(?:k8s|kubernetes|x-k8s)\.io$/.test(name) && name.includes(".", 0);
  if (isProject && !kubernetesHosts.test(name) && name !== "kubernetes.io")
    return "the group or the key of a Kubernetes API";
  return isProject && text.charCodeAt(end) === SLASH && name === "kubernetes.io"
    ? "the key of a Kubernetes API"
    : undefined;
}

/** `cilium.io/v2`, `gateway.example.com/v1beta1`; but `api.example.com/v1` is the start of a URL. */
function hasApiVersionBehind(text: string, end: number, name: string): boolean {
  const version = /^\/v\d{1,2}((?:alpha|beta)\d{1,2})?(?![\w/.-])/.exec(text.slice(end, end + 16));
  return version !== null && (version[1] !== undefined || name.endsWith(".io"));
}
