import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a library holds of an address; `names the block only` where it says what the block is and not whether it is public. */
export type PeerOpinion = "public" | "not public" | "names the block only" | "not an address";

/** Another library's word on one text, and how it said it. */
export type PeerVerdict = { readonly opinion: PeerOpinion; readonly says: string };

export type Peer = { readonly name: string; readonly version: string; readonly judge: (text: string) => PeerVerdict };

/** The libraries that are installed. `ip` and `private-ip` are none of our dependencies: install them with `npm i --no-save`. */
export async function loadPeers(texts: readonly string[]): Promise<readonly Peer[]> {
  const loaders = [loadIpaddrJs, loadIpAddress, loadIp, loadPrivateIp, () => askPython(texts)];
  const loaded = await Promise.allSettled(loaders.map((load) => load()));
  return loaded.flatMap((result) => (result.status === "fulfilled" ? result.value : []));
}

const unread: PeerVerdict = { opinion: "not an address", says: "not an address" };

/** Most libraries turn a text down by throwing. */
function verdictOf(act: () => PeerVerdict): PeerVerdict {
  try {
    return act();
  } catch {
    return unread;
  }
}

function opinionOf(isPublic: boolean): PeerOpinion {
  return isPublic ? "public" : "not public";
}

/** Ranges of ipaddr.js that say for themselves that the block is not public; its other names only tell what the block is for. */
const closedRanges = new Set(
  "unspecified broadcast multicast linkLocal loopback carrierGradeNat private reserved uniqueLocal deprecatedSiteLocal discard benchmarking".split(
    " ",
  ),
);

async function loadIpaddrJs(): Promise<Peer> {
  const { default: ipaddr } = await import("ipaddr.js");
  return {
    name: "ipaddr.js",
    version: versionOf("ipaddr.js"),
    judge: (text) =>
      verdictOf(() => {
        const address = ipaddr.parse(text);
        const range: string = address.range();
        const says = `\`range()\` of ${address} is ${range}`;
        if (range === "unicast") return { opinion: "public", says };
        return { opinion: closedRanges.has(range) ? "not public" : "names the block only", says };
      }),
  };
}

async function loadIpAddress(): Promise<Peer> {
  const { Address4, Address6 } = await import("ip-address");
  return {
    name: "ip-address",
    version: versionOf("ip-address"),
    judge: (text) =>
      verdictOf(() => {
        const address = text.includes(":") ? new Address6(text) : new Address4(text);
        const isPublic = address.isGlobal();
        return { opinion: opinionOf(isPublic), says: `\`isGlobal()\` of ${address.correctForm()} is ${isPublic}` };
      }),
  };
}

async function loadIp(): Promise<Peer> {
  const isPublic = await importFunction("ip", "isPublic");
  return {
    name: "ip",
    version: versionOf("ip"),
    judge: (text) =>
      verdictOf(() => ({ opinion: opinionOf(isPublic(text) === true), says: `\`isPublic()\` is ${isPublic(text)}` })),
  };
}

async function loadPrivateIp(): Promise<Peer> {
  const isPrivate = await importFunction("private-ip", "default");
  return {
    name: "private-ip",
    version: versionOf("private-ip"),
    judge: (text) => {
      const answer = isPrivate(text);
      if (answer === undefined) return unread;
      return { opinion: opinionOf(answer === false), says: `it is ${answer === false ? "not " : ""}private` };
    },
  };
}

const pythonScript = `
import ipaddress, json, platform, sys
def judge(text):
    try:
        return ipaddress.ip_address(text).is_global
    except ValueError:
        return None
print(json.dumps({"version": platform.python_version(), "answers": {text: judge(text) for text in json.load(sys.stdin)}}))
`;

/** All texts in one call, since starting Python takes longer than its answers. */
async function askPython(texts: readonly string[]): Promise<Peer> {
  const output = execFileSync("python3", ["-c", pythonScript], { input: JSON.stringify(texts), encoding: "utf8" });
  const { version, answers }: { version: string; answers: Record<string, boolean | null> } = JSON.parse(output);
  return {
    name: "Python ipaddress",
    version,
    judge: (text) => {
      const isGlobal = answers[text] ?? undefined;
      return isGlobal === undefined ? unread : { opinion: opinionOf(isGlobal), says: `\`is_global\` is ${isGlobal}` };
    },
  };
}

/** A function of a package that may not be installed, so that nothing can be said of its types. */
async function importFunction(packageName: string, name: string): Promise<(text: string) => unknown> {
  const module: Record<string, unknown> & { default?: Record<string, unknown> } = await import(packageName);
  const found = module[name] ?? module.default?.[name];
  if (typeof found !== "function") throw new TypeError(`${packageName} has no function ${name}`);
  return (text) => found(text);
}

/** From the package.json in the package's own folder, which `exports` may hide from import. */
function versionOf(packageName: string): string {
  const main = import.meta.resolve(packageName);
  const folder = main.slice(0, main.lastIndexOf(`/${packageName}/`) + packageName.length + 2);
  const { version }: { version: string } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
  return version;
}
