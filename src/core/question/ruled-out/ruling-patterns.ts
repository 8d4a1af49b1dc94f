/** Where a product's mention stands, in lower case: the words before and after it in its sentence, and on to the next mention. */
export type MentionContext = { readonly before: string; readonly after: string; readonly toNext: string };

/** What all of the given patterns say together when they match: `before` ends at the mention, the others begin after it. */
export type RulingPattern = Partial<Readonly<Record<keyof MentionContext, RegExp>>> & { readonly reason: string };

const words = (list: string) => `(?:${list.split(" ").join("|")})`;
const the = `(?:${words("the our a an any my this your plain managed vanilla old aws amazon google azure microsoft")} ){0,3}`;
const place = `(?:${words("on in at with using running via behind through inside under by hosted")} ){0,2}`;
const not = "(?:\\bnot|n't|\\bnever|\\bno longer|\\bneither|\\bnor)";
const moving = words("moved migrated switched changed converted transitioned ported went");
const ended = words("replaced ditched abandoned decommissioned retired");
const end = "\\s*(?:[.,;!)]|$)";
/** "now", and nothing before the next product but words that lead up to it. */
const nowNext =
  /^[^.?!]{0,40}\b(?:now|today|currently|these days|meanwhile)\b,?(?: (?:we|it|we're|it's|i|are|is|run|runs|use|uses|running|using|have|has|on|with|in|all|everything|the|our|a))* $/;

/** A thing of the product's: "not the EKS node" speaks of EKS all the same. */
const things = words(
  "nodes? workers? pods? ips? address(?:es)? ranges? cidrs? services? svc subnets? networks? networking bridges? interfaces? " +
    "routes? routing routers? defaults? dns load(?:-|\\s)?balancers? lbs? gateways? nat prox(?:y|ies) polic(?:y|ies) pools? " +
    "ports? apis? metadata health peering vpcs? vnets? internals? sources? specific only itself versions? docs? " +
    "documentation issues? problems? bugs? errors? resolvers? firewalls? masquerading traffic packets? \\d[\\d.]*",
);

/**
 * What keeps a product although a pattern below would rule it out: it is asked, supposed, or only something of it is meant.
 * Of what was removed, traces stay behind and are asked about: that something was uninstalled or disabled rules nothing out.
 */
export const keepingPatterns: readonly RulingPattern[] = [
  { after: new RegExp(`^(?:'s)?[ -](?:own )?(?:${things}|cluster[ -]?ips?|control[ -]plane)\\b`), reason: "a part" },
  { before: /\b(?:if|unless|whether)\b[^.,;]{0,25}$/, reason: "supposed" },
  { before: /\bwhy (?:not|isn't|aren't|don't|do we not|are we not) (?:[\w-]+ ){0,3}$/, reason: "asked" },
  { before: /\bwith(?: or |\/|-or-| and )without (?:the )?$/, reason: "both" },
  // "From a laptop without Docker it works": so here there is Docker.
  {
    before:
      /\b(?:colleagues?|others|people|users|laptops?|machines?|computers?|pcs?|hosts?|servers?|everybody|everyone) without (?:the )?$/,
    reason: "others lack it",
  },
  { before: /\bworks?\b[^.,;]{0,30}\bwithout (?:the )?$/, reason: "works elsewhere" },
  {
    before: /\bwithout (?:the )?$/,
    after: /^,? (?:(?:it|that|this|everything|all) )?works\b/,
    reason: "works elsewhere",
  },
  {
    before: /\b(?:does|did|would|will|could|can)(?: not|n't) (?:run|work)\b[^.]{0,12}$/,
    reason: "does not work there",
  },
  {
    before: new RegExp(
      `\\b(?:works?|worked|working|fine|ok|okay|good|happen\\w*|reach\\w*|succeed\\w*|fail\\w*|possible|problems?|issues?|same|broken)\\b[^.]{0,60}(?:\\bnot|n't) ${words("on in with via through at under behind")} ${the}$`,
    ),
    reason: "does not work there",
  },
  {
    before: new RegExp(
      `\\b(?:that|which|who|everything|everyone|anything|all|traffic|requests?|packets?|block\\w*|drop\\w*|den(?:y|ies)|reject\\w*|only|unless)\\b[^.]{0,40}(?:\\bnot|n't)(?: come| coming| sent)? ${words("from via through by behind")} ${the}$`,
    ),
    reason: "others are meant",
  },
  { before: /\b(?:is|are|was|were|be|being|been|gets?) used to [^.]{0,30}$/, reason: "serves to" },
  {
    before:
      /^(?:(?:so|but|and|hm+|wait)[, ]+)*(?:is|isn't|are|aren't|was|wasn't|could|couldn't|does|doesn't|do|don't|did|didn't|can|can't|should|shouldn't|would|wouldn't)\b/,
    after: /^[^.!?\n]*\?/,
    reason: "asked",
  },
];

/** What says that a product is still there, whatever else the message says of it. */
export const affirmingPatterns: readonly RulingPattern[] = [
  {
    before: new RegExp(`\\b(?:still|stays?|stayed|remains?|back)(?: [\\w-]+){0,2} ${place}${the}$`),
    reason: "still there",
  },
];

/** What rules a product out, each with the reason that is kept of it. Every pattern reads a bounded window. */
export const rulingPatterns: readonly RulingPattern[] = [
  {
    before: new RegExp(
      `${not}(?: ${words("actually really currently yet be been being use used using run ran running have having had own deploy deployed hosted on in at with via by behind through from inside under about coming")}){0,5} ${the}$`,
    ),
    reason: "is said not to be there",
  },
  {
    before: new RegExp(`(?:\\bnot|n't) (?:think|believe) (?:[\\w']+ ){1,3}${place}${the}$`),
    reason: "is thought not to be",
  },
  { before: new RegExp(`\\b(?:no|without|unlike|sans)(?: more)? ${the}$`), reason: "is said to be absent" },
  {
    before: new RegExp(
      `\\b(?:instead of|rather than|in place of|in lieu of|as opposed to|replacing) (?:being )?${place}${the}$`,
    ),
    reason: "is replaced by something else",
  },
  { before: new RegExp(`\\b${moving}(?: [\\w-]+){0,4} from ${place}${the}$`), reason: "was moved away from" },
  {
    before: new RegExp(
      `\\b(?:moving|migrating|switching|moved|migrated|switched)(?: [\\w-]+){0,3} away from ${place}${the}$`,
    ),
    reason: "is being left",
  },
  { before: new RegExp(`\\b(?:moved|migrated|went)(?: [\\w-]+){0,3} off (?:of )?${the}$`), reason: "was left" },
  { before: new RegExp(`\\b${ended} ${the}$`), reason: "was replaced" },
  {
    before: new RegExp(
      `\\b(?:we|i)(?:'ve| have)?(?: (?:just|recently|finally|already|since))? (?:left|dropped|stopped using|got rid of|gave up(?: on)?|swapped(?: out)?) ${the}$`,
    ),
    reason: "was left",
  },
  {
    before: new RegExp(`\\bused to (?:be|run|use|have|live|sit)(?: [\\w-]+){0,2} ${place}${the}$`),
    reason: "is what used to be",
  },
  {
    before: new RegExp(
      `\\b(?:previously|formerly|originally|before|was|were|had|ran|used|started)(?: (?:we|i|it|out|all|was|were|had|ran|used|running)){0,3} ${place}${the}$`,
    ),
    toNext: nowNext,
    reason: "is what was before",
  },
  {
    after: /^,? (?:before|previously|earlier|until|till|originally|at first|in the past)\b/,
    toNext: nowNext,
    reason: "is what was before",
  },
  {
    before:
      /\b(?:who|anyone|anybody|somebody|someone|something|anything|what)(?: else)? (?:other than|besides|but|except|apart from) (?:the )?$/,
    reason: "is set aside",
  },
  {
    before: new RegExp(`\\b(?:ruled out|excluded|eliminated|forget(?: about)?|scratch) ${the}$`),
    reason: "is set aside",
  },
  {
    before: new RegExp(
      `\\b(?:said|wrote|thought|assumed|guessed|believed|suspected)(?: (?:that|it|it's|this|we|was|were|is|are|on|in|to be|had|you)){0,4} ${the}$`,
    ),
    after:
      /^[^.?!]{0,30}[,;]? but\b[^.?!]{0,14}(?:\b(?:actually|in fact|really|no|not|turned out|turns out|meant|wrong)\b|n't\b)/,
    reason: "was taken back",
  },
  {
    after:
      /^ (?:is|are|was|were)(?:n't| not| no longer| never)(?: (?:even|actually|really|at all))? (?:involved|in use|in play|in the (?:path|picture|mix)|used|installed|deployed|relevant|the (?:case|culprit|provider|one|answer)|ours|here|it\b|what we|where we|our\b|part of)/,
    reason: "is said not to be involved",
  },
  {
    after:
      /^ (?:(?:has|have) nothing to do with|plays? no (?:role|part)|(?:is|was|can be|has been|got) (?:ruled out|excluded|out of the (?:question|picture)|gone|history|replaced|retired|decommissioned|abandoned|off the table))\b/,
    reason: "is said not to be involved",
  },
  {
    before: /(?:^|[,;] |\band |\bbut )$/,
    after: new RegExp(
      `^,? (?:we|i)(?: do not| don't| never| no longer) (?:use|run|have)(?: (?:at all|here|any ?more))?${end}`,
    ),
    reason: "is said not to be used",
  },
  { after: new RegExp(`^,? (?:no longer|not any ?more)${end}`), reason: "is said to be gone" },
  {
    after:
      /^(?: support)? (?:says?|said|told \w+|confirms?|confirmed)(?: that)? (?:it|this|that|these|they|the [\w-]+)(?:'s|'re| is| are| was)?(?: not|n't)(?: (?:theirs|them|it|from|one of|an?|in|coming|owned))/,
    reason: "denies it",
  },
];

/** Between two products of one list that is ruled out as a whole: "not EKS or GKE". */
export const listGap = /^(?:\s*\/\s*|,? (?:or|nor) (?:on |in |with )?(?:the |any |our )?)$/;

/** What a cluster can do without although it is the product's own: "without kube-proxy" leaves Kubernetes in place. */
export const componentNames: ReadonlySet<string> = new Set([
  "kube-proxy",
  "kube proxy",
  "kubeadm",
  "kubelet",
  "kube-apiserver",
]);
