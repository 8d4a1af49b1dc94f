/** The publisher of a page in one word: the host, and of a code host the repository. The whole url where it has no host. */
export function nameSite(url: string): string {
  const [, host = "", path = ""] = /^https?:\/\/([^/?#]+)([^?#]*)/.exec(url) ?? [];
  if (host === "") return url;
  const [owner, repository] = path.split("/").filter((part) => part !== "");
  return codeHosts.has(host) && owner && repository ? `${owner}/${repository}` : host.replace(/^www\./, "");
}

const codeHosts: ReadonlySet<string> = new Set(["github.com", "gitlab.com", "codeberg.org"]);
