import { isAsciiLetter, SLASH } from "./character-classes.ts";
import { wordBefore, wordsBefore } from "./look-around.ts";

/** Product tokens of user agents (RFC 9110, section 10.1.5), whose versions look like addresses: `Chrome/120.0.0.0`. */
const userAgentTokens = new Set([
  ..."chrome chromium headlesschrome crios edg edga edgios opr opera opx vivaldi yabrowser brave safari firefox fxios".split(
    " ",
  ),
  ..."applewebkit gecko trident version mozilla msie electron samsungbrowser ucbrowser whale mobile android webkit".split(
    " ",
  ),
  ..."dalvik instagram fban fbav slack teams thunderbird outlook curl wget okhttp".split(" "),
]);

/** Why the number at `start` is a version by the way software writes it: in user agents, requirements, folders, names of libraries. */
export function findSoftwareNotation(text: string, start: number): string | undefined {
  if (isUserAgentVersion(text, start)) return "the version of a product in a user agent";
  if (isRequirement(text, start)) return "a version number: an operator of a package manager stands before it";
  if (isInSoftwarePath(text, start)) return "a version number: it names a folder of software";
  return isAssembly(text, start) ? "a version number: the name of a library stands before it" : undefined;
}

function isUserAgentVersion(text: string, start: number): boolean {
  if (text.charCodeAt(start - 1) !== SLASH) return false;
  let from = start - 1;
  while (from > 0 && start - from < 24 && isAsciiLetter(text.charCodeAt(from - 1))) from -= 1;
  if (userAgentTokens.has(text.slice(from, start - 1).toLowerCase())) return true;
  return (
    from < start - 1 && /(?:user.agent|mozilla\/)[^\n]*$/i.test(text.slice(Math.max(0, start - LONGEST_AGENT), start))
  );
}

const LONGEST_AGENT = 200;

/** `foo>=1.2.3.4`, `"^1.2.3.4"`, `pip install foo==1.2.3.4`; a bare `==` compares addresses as well. */
function isRequirement(text: string, start: number): boolean {
  const operator = text.slice(Math.max(0, start - 2), start);
  if (/[<>~]=$|["'][\^~]$/.test(operator)) return true;
  return (
    operator === "==" &&
    wordsBefore(text, start, 5).some((word) => word === "pip" || word === "pip3" || word === "requirements")
  );
}

/** `/usr/lib/foo/1.2.3.4/`: a folder under a place where software lies. */
function isInSoftwarePath(text: string, start: number): boolean {
  const sign = text.charAt(start - 1);
  if (sign !== "/" && sign !== "\\") return false;
  const path = text.slice(Math.max(0, start - 80), start);
  return /(?:[/\\]|\b)(?:usr|opt|lib|lib64|refs|tags|releases|download|node_modules|site-packages|vendor|Cellar|Program Files)[/\\][^\s"']*$/.test(
    path,
  );
}

/** `System.Net.Http 4.2.2.0`, `.NET 4.8.0.0` */
function isAssembly(text: string, start: number): boolean {
  const near = wordBefore(text, start);
  if (near.end !== start - 1 || text.charAt(near.start - 1) !== ".") return false;
  return (
    /^(?:NET|[A-Z][a-z]\w*)$/.test(text.slice(near.start, near.end)) &&
    /[\w\s]/.test(text.charAt(near.start - 2) || " ")
  );
}
