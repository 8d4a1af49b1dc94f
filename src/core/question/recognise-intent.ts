import { headAndTail } from "./recognise-topics.ts";

/**
 * What a message wants of its reader: `ask` an answer; `tell` something that needs none; `instruct` us to do or
 * reveal something, which we never do.
 */
export type Intent = { readonly kind: "ask" | "tell" | "instruct"; readonly reason: string };

/** Orders whatever stands around them. */
const graveActs =
  "run|execute|exec|delete|remove|drop|reveal|leak|dump|disclose|ignore|disregard|pretend|act as|reply with|repeat|" +
  "drain|cordon|reboot|hack|ddos|attack|exploit|brute-?force";
/** Orders, but also how a report or a question begins: "scan results show …", "open ports on …: can anybody …?" */
const lightActs =
  "kill|restart|scan|nmap|port-?scan|fetch|open (?:the |a |up )?(?:firewall|ports?|tcp|udp|ssh|access|\\d)|apply|create|block|ban|vouch|approve|forget";
const acts = `${graveActs}|${lightActs}`;
/** What is also the shortest way to ask how: "allow 10.0.0.0/8 in a netpol". Said to us it has a "please" or a "for me". */
const changes =
  "add|allow|allowlist|whitelist|unblock|update|change|set|patch|edit|scale|move|migrate|install|deploy|configure|reload|" +
  "switch|enable|disable|roll ?back|grant|assign|ssh into|log ?in to|go ahead and";
const secrets =
  "secrets?|tokens?|passwords?|customers?|credentials?|api keys?|(?:system )?prompt|instructions|environment variables|kubeconfig";

/** Who tells what fails has tried it and wants no act. */
const failing =
  "(?:can'?t|cannot|could not|couldn'?t|fails?|failed|refused|times? out|timed out|unreachable|no route|econnrefused|but|only (?:for|from)|instead|why|how)\\b";

const instructing: readonly RegExp[] = [
  new RegExp(`^(?:please |pls |hey |hi |bot[,:]? |now )*(?:${graveActs})\\b(?!:| in=)`),
  new RegExp(
    `^(?:please |pls |hey |hi |bot[,:]? |now )*(?:${lightActs})\\b(?! (?:of|results?|-))(?!.{0,160}\\b${failing})[^?]*$`,
  ),
  new RegExp(`^(?:please |pls |plz )(?:${changes})\\b[^?]*$`),
  new RegExp(
    `^(?:now |hey |hi |bot[,:]? )*(?:${changes})\\b[^?]*\\b(?:please|pls|plz|for (?:me|us)|right now|asap)\\b(?! (?:explain|advise|help|tell))[^?]*$`,
  ),
  /\b(?:go ahead and|ssh into \S+ and)\b[^?]*$/,
  // Whose an address is in law is nothing to tell anybody here.
  /\b(?:who lives|name and (?:street |home |postal )?address|(?:his|her|their|owner'?s|person'?s|user'?s) (?:home|street|postal) address|phone number of|(?:find|locate|identify|name of|identity of|dox) (?:the |this |that )?(?:person|user|guy|man|woman|attacker|troll)|person behind)\b/,
  // With a result behind it, or a colon ("ping: bad address"), this is what someone ran, not what we should.
  /^(?:please |pls )?(?:ping|resolve|traceroute|curl|dig|nslookup)\b(?!:)(?!.{0,80}\b(?:fails?|failed|works?|times?|timed|hangs?|returns?|says|shows|gives|refused|but|hops?|ends|stops|loses|wrong|error|certificate|unreachable|from|why|goes|finds?|nothing|versus|never|doesn'?t|does not|isn'?t)\b)[^?>]*$/,
  new RegExp(
    `\\b(?:can|could|would|will) you (?:please |pls )?(?:${acts}|ping|resolve|traceroute|curl|dig|nslookup)\\b`,
  ),
  new RegExp(
    `\\b(?:show|tell|give|send|print|list|share) (?:me |us )?(?:your|the|all|any) .{0,20}\\b(?:${secrets})\\b`,
  ),
  // To vouch for an address is nothing that can be known from here; whether a range is safe to use is a question.
  /(?<!\b(?:can|do|should|could) (?:i|we) |\bhow to )\b(?:confirm|certify|attest|guarantee|vouch)\b.{0,60}\b(?:safe|trust|trusted|trustworthy|clean|harmless|legit\w*|not malicious)\b(?! (?:to|for|as|from|in|with|against|on|if|when)\b)/,
  new RegExp(`\\bwhat(?:'s| is| are) your .{0,20}\\b(?:${secrets})\\b`),
];

/** A real question beside an instruction is answered; the instruction is left alone. */
const questionAside =
  /\bquestion\s*:|^(?:ignore|forget|disregard) (?:that|my (?:last|previous) (?:message|question|post))\b/;

const telling: readonly RegExp[] = [
  /\bfyi\b|\bheads[- ]up\b|\bno action (?:needed|required)\b/,
  /^(?:thanks|thank you|thx|great|perfect|awesome|nice|lgtm|solved|works now)\b/,
  /^(?:update|resolved|fixed|closing|closed|nvm|never ?mind|solved|announcement|reminder|psa)\b[:,.! ]/,
  /\b(?:planned|scheduled|tonight|tomorrow)\W{0,3}(?:\w+ )?(?:maintenance|downtime|outage)|\b(?:maintenance|downtime) (?:tonight|tomorrow|today|window|on|from|at|this)\b/,
  /\b(?:nothing (?:to do|for you to do)|no (?:impact|downtime|interruption) (?:is )?expected|will be (?:unavailable|unreachable|down))\b/,
  /\b(?:released|release notes|changelog|bumped|upgraded to|deployed|rolled out)\b/,
];

const asking: readonly RegExp[] = [
  /\?/,
  /(?:^|[,.;:!] )(?:what|why|how|which|who|whose|where)\b/m,
  /^(?:when|is|are|can|could|do|does|did|should|will|would|has|have)\b/m,
  /\b(?:any (?:idea|clue|hint)|help|halp|please advise|need to know|wondering|don'?t understand|not sure|confused|explain)\b/,
  /\b(?:can'?t|cannot|doesn'?t|don'?t|won'?t|isn'?t|fails?|failed|failing|error|refused|time[ds]? ?-?outs?|unreachable|broken|illegal|crash\w*|econn\w+|etimedout|enotfound|nxdomain|servfail)\b/,
  /\b(?:we|i) (?:need|want)\b/,
];

/**
 * What others wrote or a machine printed, shown in a message: code, comments, quotations, log lines, headers, JSON. An order
 * in it is nobody's wish here.
 */
const shown =
  /```[\s\S]*?(?:```|$)|`[^`\n]*`|<!--[\s\S]*?(?:-->|$)|"[^"\n]*"|^(?:>|\{|\d{4}-\d\d-\d\d[t ]|[a-z]+(?:-[a-z]+)+:).*$/gm;

/** Decides what a message wants, with the reason. Deterministic; instructions inside what is only shown are not looked for. */
export function recogniseIntent(text: string): Intent {
  const lower = headAndTail(text).trim().toLowerCase();
  const prose = lower.replace(/```[\s\S]*?```/g, " ");
  const order = orderIn(lower.replace(shown, " "));
  if (order && !questionAside.test(prose)) return { kind: "instruct", reason: `"${order}" asks for an act` };
  const question = firstMatch(asking, prose);
  const news = firstMatch(telling, prose);
  if (news && !prose.includes("?")) return { kind: "tell", reason: `"${news}" tells something` };
  if (question) return { kind: "ask", reason: `"${question}" asks` };
  return { kind: "tell", reason: "nothing in it asks" };
}

/** The order in a message, unless another paragraph asks: then the question is answered and the order left alone. */
function orderIn(prose: string): string | undefined {
  const paragraphs = prose.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
  const orders = paragraphs.map((paragraph) => firstMatch(instructing, paragraph));
  const asks = paragraphs.some((paragraph, i) => orders[i] === undefined && /\?(?:\s|$)/.test(paragraph));
  return asks ? undefined : orders.find((found) => found !== undefined);
}

function firstMatch(patterns: readonly RegExp[], text: string): string | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match[0];
  }
  return undefined;
}
