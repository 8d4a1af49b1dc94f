/** A rule of a packet filter as far as addresses go. `to` is what it rewrites to; blocks that it excepts are left out. */
export type PacketRule = {
  readonly target: string;
  readonly source?: string | undefined;
  readonly destination?: string | undefined;
  readonly to?: string | undefined;
  readonly comment?: string | undefined;
};

/** Reads a line of iptables-save, `iptables -L -n`, or an nft rule set; undefined for anything else. */
export function readPacketRule(text: string): PacketRule | undefined {
  return readSavedRule(text) ?? readListedRule(text) ?? readNftRule(text) ?? readNftElement(text);
}

const block = "([\\da-f.:]{2,45}(?:/\\d{1,3})?)";

function first(pattern: RegExp, text: string): string | undefined {
  return pattern
    .exec(text)
    ?.slice(1)
    .find((group) => group !== undefined);
}

const savedSource = new RegExp(`(?<!! )(?:-s|--source) ${block}(?= |$)`, "i");
const savedDestination = new RegExp(`(?<!! )(?:-d|--destination) ${block}(?= |$)`, "i");

function readSavedRule(text: string): PacketRule | undefined {
  if (!/^\s*(?:\[\d{1,20}:\d{1,20}\] )?(?:iptables (?:-t \w{1,10} )?)?-[AI] \S/.test(text)) return undefined;
  const target = first(/ -j ([\w-]{1,60})/, text);
  return target === undefined
    ? undefined
    : {
        target,
        source: first(savedSource, text),
        destination: first(savedDestination, text),
        to: first(/--to-(?:destination|source) (\S{2,80})/, text),
        comment: first(/--comment (?:"([^"]{1,200})"|(\S{1,200}))/, text),
      };
}

/** `DNAT  tcp  --  0.0.0.0/0  10.96.0.10  … to:10.244.0.5:53`, with or without the counters and devices of `-v`. */
function readListedRule(text: string): PacketRule | undefined {
  if (!text.includes(" -- ")) return undefined;
  const words = text.trim().split(/\s+/);
  const at = words.indexOf("--");
  const target = words[at - 2] ?? "";
  const isBlock = new RegExp(`^!?${block}$|^anywhere$`, "i");
  const start = [at + 1, at + 3].find((i) => isBlock.test(words[i] ?? "") && isBlock.test(words[i + 1] ?? ""));
  if (!/^[A-Z][\w-]{1,60}$/.test(target) || at > 4 || start === undefined) return undefined;
  return {
    target,
    source: words[start],
    destination: words[start + 1],
    to: first(/ to:(\S{2,80})/, text),
    comment: first(/\/\* ([^*]{1,200}) \*\//, text),
  };
}

const nftSource = new RegExp(` saddr ${block}(?=\\s|$)`, "i");
const nftDestination = new RegExp(` daddr ${block}(?=\\s|$)`, "i");

function readNftRule(text: string): PacketRule | undefined {
  const target = first(/\b(dnat|snat|masquerade)\b/, text) ?? first(/ (?:jump|goto) ([\w/.-]{1,120})/, text);
  const spaced = ` ${text}`;
  if (target === undefined || !/ [sd]addr | [ds]nat (?:ip6? )?to /.test(spaced)) return undefined;
  return {
    target: target.length > 10 ? target : target.toUpperCase(),
    source: first(nftSource, spaced),
    destination: first(nftDestination, spaced),
    to: first(/[ds]nat (?:ip6? )?to (\S{2,80})/, text),
    comment: first(/comment "([^"]{1,200})"/, text),
  };
}

/** kube-proxy in nftables mode: `10.96.0.10 . udp . 53 : goto service-NWBZK7IH-kube-system/kube-dns/udp/dns`. */
function readNftElement(text: string): PacketRule | undefined {
  const found = /([\da-f.:]{2,45}) \. (?:tcp|udp|sctp) \. \d{1,5} : goto service-\w{1,12}-([\w./-]{1,150})/i.exec(text);
  return found ? { target: "KUBE-SVC", destination: found[1], comment: `${found[2]} cluster IP` } : undefined;
}
