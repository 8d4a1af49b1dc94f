import { addressBits, formatAddress } from "../../../network/address.ts";
import { type Cidr, formatCidr } from "../../../network/cidr.ts";
import type { ListingFinding } from "../../../question/listing/listing-finding.ts";
import { listWords } from "../list-words.ts";

const MOST_NAMES = 2;

/** What a sentence is made from: what is asked about, the block of the line, and the names beside it, all as code. */
type Words = {
  readonly it: string;
  readonly block: string;
  readonly names: string;
  readonly others: string;
  readonly isOne: boolean;
};

type Say = (words: Words) => string;

const inPaste = "In what you pasted,";

const is =
  (what: string): Say =>
  ({ it, names }) =>
    `${inPaste} ${it} is ${what} ${names}.`;

const sayings: Readonly<Record<ListingFinding["as"], Say>> = {
  "host-network": ({ it, names, others, isOne }) =>
    `${isOne ? "The pod" : "The pods"} ${names} and the node${others && ` ${others}`} are listed with ${it}: ${isOne ? "the pod uses" : "the pods use"} the host network.`,
  pod: ({ it, names, others, isOne }) =>
    isOne
      ? `${inPaste} ${it} is the pod ${names}${others && `, on the node ${others}`}.`
      : `${inPaste} ${it} is listed for the pods ${names}.`,
  service: is("the cluster IP of the Service"),
  "service-external": is("the external IP of the Service"),
  node: is("the internal IP of the node"),
  "node-external": is("the external IP of the node"),
  machine: is("the machine"),
  ingress: is("the address of the Ingress"),
  container: ({ it, names, others }) =>
    `${inPaste} ${it} is the container ${names}${others && `, on the network ${others}`}.`,
  named: ({ it, names }) => `${inPaste} ${it} is ${names}.`,
  interface: ({ it, names }) => `${inPaste} the interface ${names} has ${it}.`,
  "docker-gateway": is("the gateway of the Docker network"),
  "conntrack-sent-on": ({ it, names }) => `conntrack: what was sent to ${it} was sent on to ${names}.`,
  "conntrack-untouched": ({ it }) =>
    `conntrack expects replies from ${it} itself, so this flow was not sent on to another address.`,
  "conntrack-answers": ({ it, names }) => `conntrack: ${it} stands behind ${names}, to which the flow was sent.`,
  "conntrack-hidden": ({ it, names }) => `conntrack: what ${it} sent left with the source address ${names}.`,
  "conntrack-hides": ({ it, names }) => `conntrack: ${it} stands for the source ${names}, whose address was rewritten.`,
  "conntrack-kept": ({ it }) => `conntrack: ${it} kept its source address on this flow.`,
  "rule-service": ({ it, names }) => `A rule you pasted names ${it} as the cluster IP of the Service ${names}.`,
  "rule-endpoint": ({ it, names }) => `A rule you pasted names ${it} as an endpoint of the Service ${names}.`,
  "rule-sent-on": ({ it, names }) => `A rule you pasted sends what comes for ${it} on to ${names}.`,
  "rule-receives": ({ it, names }) => `A rule you pasted rewrites the destination${names && ` ${names}`} to ${it}.`,
  "rule-hidden": ({ block, names }) => `A rule you pasted rewrites the source ${block} to ${names}.`,
  "rule-hides": ({ it, names }) => `A rule you pasted rewrites the source${names && ` ${names}`} to ${it}.`,
  endpoint: is("an endpoint of"),
  "node-of-pod": ({ it, names, others, isOne }) =>
    `${inPaste} ${it} is the node${others && ` ${others}`} that ${isOne ? "the pod" : "the pods"} ${names} ${isOne ? "runs" : "run"} on.`,
  "host-name": ({ it, names }) => `${inPaste} ${it} has the name ${names}.`,
  "dns-answer": ({ it, names }) => `${inPaste} the name ${names} gave ${it}.`,
  "dns-server": ({ it }) => `${inPaste} ${it} is the DNS server that was asked.`,
  nameserver: ({ it }) => `${inPaste} ${it} is a nameserver.`,
  "next-hop": ({ it, names }) => `In the routes you pasted, ${it} is the gateway for ${names}.`,
  "route-source": ({ it, others }) =>
    `In the routes you pasted, ${it} is the source address on ${others || "a route"}.`,
  hop: ({ it, names }) => `In the trace you pasted, ${it} is hop ${names}.`,
  "capture-source": ({ it, names }) => `In the capture you pasted, ${it} sends to ${names}.`,
  "capture-destination": ({ it, names }) => `In the capture you pasted, ${names} sends to ${it}.`,
  forwarded: ({ it, names, others }) => `In the X-Forwarded-For you pasted, ${it} is entry ${names} of ${others}.`,
  "log-client": ({ it }) => `In the log you pasted, ${it} is the client that the proxy saw.`,
  "log-upstream": ({ it }) => `In the log you pasted, ${it} is where the proxy sent the request.`,
  "pod-block": ({ it, block, names }) =>
    it === block
      ? `${inPaste} ${it} is the pod range of the node ${names}.`
      : `${inPaste} ${it} lies in ${block}, the pod range of the node ${names}.`,
  "docker-subnet": ({ it, block, names }) =>
    it === block
      ? `${inPaste} ${it} is the subnet of the Docker network ${names}.`
      : `${inPaste} ${it} lies in ${block}, the subnet of the Docker network ${names}.`,
  "rule-masquerade": ({ it, block }) =>
    `A rule you pasted masquerades ${it === block ? it : `${it}, which lies in the source ${block}`}.`,
  "interface-network": ({ it, block, names }) =>
    it === block
      ? `${inPaste} ${it} is the network of the interface ${names}.`
      : `${inPaste} ${it} lies in ${block}, the network of the interface ${names}.`,
  route: ({ it, block, names, others }) => {
    const route =
      it === block ? "" : `${block === "`0.0.0.0/0`" || block === "`::/0`" ? "the default route" : block}, `;
    return `In the routes you pasted, ${it} goes by ${route}${others ? `via ${others}, ` : ""}device ${names}.`;
  },
};

/** One short sentence on a finding. Names stand in code, so that nothing in them acts on the reader's client. */
export function sayListing({ as, asked, block, names, others }: ListingFinding): string {
  return sayings[as]({
    it: code(sayBlock(asked)),
    block: code(sayBlock(block)),
    names: listNames(names),
    others: listNames(others),
    isOne: names.length < 2,
  });
}

function sayBlock(block: Cidr): string {
  return block.prefixLength === addressBits[block.address.family] ? formatAddress(block.address) : formatCidr(block);
}

function code(text: string): string {
  return `\`${text}\``;
}

/** Two names and how many more: a Service can have hundreds of endpoints. */
function listNames(names: readonly string[]): string {
  const said = names.slice(0, MOST_NAMES).map(code);
  const more = names.length - said.length;
  return listWords(more > 0 ? [...said, `${more} more`] : said);
}
