/** What a text claims of an address: that it is public, or that it is private. */
export type ClaimedReach = "public" | "private";

const MOST_MENTIONS = 4;
const BEFORE = 60;
const AFTER = 50;

const noun = "(?:ip(?:v[46])?|address|addr|range|block|subnet|network)(?:es|s)?";
const link = '(?: (?:is|are|was|of|being))?(?: (?:the|just))?[ :=(`"*]{1,3}$';
/** "our public IP 10.1.2.3", "public IP: 10.1.2.3", "the public address is 10.1.2.3"; what only leads to a public one is no claim. */
const named: Readonly<Record<ClaimedReach, RegExp>> = {
  public: new RegExp(
    `(?<!\\b(?:non|not|no|not a|not the|not our)[ -])\\bpublic(?:ly routable)? (?:${noun} ){0,2}${noun}${link}`,
  ),
  private: new RegExp(`(?<!\\b(?:non|not|no|not a|not the|not our)[ -])\\bprivate (?:${noun} ){0,2}${noun}${link}`),
};
/** "100.64.1.2 is public", "172.32.0.1, which is a private address". */
const said: Readonly<Record<ClaimedReach, RegExp>> = {
  public:
    /^[`"*)]{0,2}(?:,? which)? (?:is|are)(?: clearly| definitely| obviously| a| an)* (?:public|internet[- ]routable|publicly routable)\b/,
  private: /^[`"*)]{0,2}(?:,? which)? (?:is|are)(?: clearly| definitely| obviously| a| an)* private\b/,
};
/** Asked, supposed or reported of somebody else: not a claim. */
const asked =
  /^(?:so |but |and |hm+,? )*(?:is|are|was|isn't|aren't|does|do|can|could|should|would|will|which|what|how)\b/;
const unsure =
  /\b(?:if|whether|think|thought|assum\w+|guess|maybe|perhaps|looks? like|says?|claims?|told|seems?|not sure|like a)\b/;

/** The claim that a text makes of an address as it is written; undefined where it only asks or supposes. */
export function claimedReach(text: string, written: string): ClaimedReach | undefined {
  for (const { before, after } of mentionsOf(text.toLowerCase(), written.toLowerCase())) {
    if (unsure.test(before)) continue;
    for (const reach of reaches) {
      if (named[reach].test(before) && !asked.test(before)) return reach;
      if (said[reach].test(after) && !asked.test(before) && !/^[^.!\n]*\?/.test(after)) return reach;
    }
  }
  return undefined;
}

const reaches: readonly ClaimedReach[] = ["public", "private"];

/** The sentence around each place where the address stands, not as part of a longer one. */
function mentionsOf(text: string, written: string): { before: string; after: string }[] {
  const found: { before: string; after: string }[] = [];
  for (let at = text.indexOf(written); at >= 0 && found.length < MOST_MENTIONS; at = text.indexOf(written, at + 1)) {
    const end = at + written.length;
    if (/[\w.:/-]/.test(text[at - 1] ?? " ") || /^(?:[\w/:-]|\.\d)/.test(text.slice(end, end + 2))) continue;
    const before =
      text
        .slice(Math.max(0, at - BEFORE), at)
        .split(/[.?!]\s+|[;\n]/)
        .at(-1) ?? "";
    found.push({ before: before.trimStart(), after: text.slice(end, end + AFTER) });
  }
  return found;
}
