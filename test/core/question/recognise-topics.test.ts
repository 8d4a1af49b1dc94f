import { describe, expect, it } from "@jest/globals";
import { headAndTail, recogniseTopics } from "../../../src/core/question/recognise-topics.ts";
import type { Topic } from "../../../src/core/question/topic.ts";
import { topicLexicon } from "../../../src/core/question/topic-lexicon.ts";

const topicsIn = (text: string) => recogniseTopics(text).map(({ topic }) => topic);

/** How people ask for each topic; a question may ask for others besides. */
const phrasings: Readonly<Record<Topic, readonly string[]>> = {
  "what-is-address": [
    "What is 100.64.3.7?",
    "what's this IP 169.254.169.254",
    "whats 192.168.65.1",
    "who is 10.42.1.0 in the audit log",
    "Is 10.0.0.1 public or private?",
    "Who owns 34.118.224.10?",
    "100.64.1.1 is not a local IP, is it?",
    "Whose address is 172.17.0.1?",
    "What kind of address is fd00::1?",
    "What does 168.63.129.16 mean?",
    "where does this address come from: 100.64.0.9",
    "which of the two is ours, 10.0.0.1 or 203.0.113.9?",
    "10.42.1.0 in the log of our ingress, what is this",
    "10.88.0.0/16 appeared on my host, what created it?",
    "who put 172.20.0.1 there?",
  ],
  "which-range": [
    "Which range do the pods use?",
    "What CIDR is used for services?",
    "what is the pod CIDR on GKE?",
    "Which subnet do nodes get their addresses from?",
    "What IP range is that?",
    "What are the default ranges of k3s?",
    "What is the service cidr?",
  ],
  "why-source": [
    "Why do requests come from 100.64.3.7?",
    "Our logs show 10.244.0.1 as the source address",
    "The backend sees the node's IP instead of the pod's",
    "why is the source IP 172.17.0.1?",
    "Who does SNAT here?",
    "requests arrive from 10.0.0.5",
    "Why does my app see 10.42.0.1?",
    "the database only sees the worker's ip",
    "one network sees the pod ip, another the node",
    "10.42.0.0 as the source of a request",
    "our app always sees 192.168.65.1",
    "it bans 172.18.0.1 now",
    "too many login attempts from 172.18.0.1",
    "the event logs ipAddress=10.244.1.5",
  ],
  "client-address-lost": [
    "How do I get the real client IP?",
    "Every request comes from 10.0.0.1",
    "All visitors appear as 172.18.0.1",
    "How to preserve the client source IP behind the load balancer?",
    "Does externalTrafficPolicy: Local help?",
    "nginx logs the ingress IP rather than the original client address",
    "we lose the client IP behind the ingress",
    "the pod logs 10.244.2.0 for literally everyone",
    "adguard: all clients are 172.18.0.1",
    "most visitors are right in the log, but some are 172.18.0.1",
    "is it normal that fail2ban bans a node?",
    "172.17.0.1 for all players",
    "node ips in the access log",
    "all comments have the ingress pod's ip",
  ],
  "allow-inbound": [
    "Which IPs should we whitelist?",
    "What do I put on the allowlist?",
    "we need it for an allow-list",
    "What should the firewall rule contain?",
    "Which addresses should I allow in the security group?",
    "Which sourceRanges do I need?",
  ],
  "allow-outbound": [
    "Which egress IP do our pods have?",
    "A partner wants to whitelist our address",
    "The vendor must open his firewall for our pods",
    "they only accept a fixed ip",
    "What is our outgoing IP?",
    "Do we have a static outbound IP?",
    "Which address does traffic leave the cluster with?",
    "what public IP do our pods use to reach the internet?",
  ],
  overlap: [
    "is 10.96.0.0/12 safe to use with a VPN on 10.8.0.0/24",
    "Does 10.0.0.0/16 overlap with 10.0.5.0/24?",
    "Our VPN conflicts with docker",
    "Do these CIDRs collide?",
    "The two clusters use the same CIDR",
    "the ranges clash",
    "docker took 172.18.0.0/16, that's our wifi",
    "pods have 10.4.0.0/14 and on-prem 10.5.0.0/16",
    "service cidr 10.96.0.0/12 vs the new branch",
    "node IPs 10.244.0.x same as flannel's",
    "compose took 192.168.0.0/20 and my router is 192.168.1.1",
    "our on-prem is 172.20.0.0/16 and EKS services too",
    "Is it a problem that my VPC is 10.96.0.0/16 and I install kubeadm?",
  ],
  "change-range": [
    "Can I change the pod CIDR later?",
    "How do I configure another service range?",
    "Which range should we choose for pods?",
    "Can this be changed after creation?",
    "docker desktop sits on our range, can we move it",
    "How to resize the pod subnet?",
    "We want to move pods from 10.244.0.0/16 to 10.50.0.0/16",
    "Can we use a different CIDR for services?",
  ],
  documented: [
    "Is this documented somewhere?",
    "Can we be sure of the range?",
    "Is that guaranteed?",
    "Is there an official source for it?",
    "Can we rely on this address?",
    "do you have a link to the docs",
  ],
  "how-it-works": [
    "How does kube-proxy work?",
    "How is in-cluster communication set up?",
    "Explain pod networking",
    "How do Services reach pods?",
  ],
  "name-resolution": [
    "The name resolves to 10.32.0.10",
    "nslookup returns 10.96.0.10",
    "DNS fails inside the pod",
    "getaddrinfo ENOTFOUND api.internal",
    "could not resolve host: api",
    "which hostname do I use inside the cluster?",
    "pods can't resolve db.corp.example",
    "why doesn't it resolve from here",
    "my node cannot even resolve it",
    "dial tcp: lookup api on 10.96.0.10:53: no such host",
    "ssh: connect: Name or service not known",
    "ping: bad address 'db'",
  ],
  connectivity: [
    "I can't reach 10.0.0.5",
    "I lost the connection to the 172.19 network",
    "the server is offline until a reboot",
    "ssh from the office dies",
    "nodes can ping it but pods can't",
    "connection refused to 10.96.0.1:443",
    "connect: no route to host 192.168.1.1",
    "dial tcp 10.0.0.1:443: i/o timeout",
    "the pod cannot connect to the database",
    "is 10.0.0.5 reachable from a pod?",
  ],
  "network-policy": [
    "my NetworkPolicy blocks everything",
    "ipBlock with 10.0.0.0/8 does not match",
    "CiliumNetworkPolicy with toCIDR",
    "how do network policies treat node traffic",
  ],
  "load-balancer": [
    "The load balancer has 10.0.0.9",
    "our NLB passes 10.1.1.1",
    "EXTERNAL-IP is <pending>",
    "MetalLB pool 192.168.1.240-250",
    "loadBalancerIP 35.1.1.1",
  ],
  metadata: ["Who calls 169.254.169.254?", "the IMDS hop limit", "instance metadata from a pod", "metadata server"],
  multicast: [
    "what is 224.0.0.251, mDNS?",
    "does multicast work between pods",
    "SSDP to 239.255.255.250",
    "printer.local is unknown in the container",
    "we use a .local domain",
  ],
  "bind-address": [
    "the app listens on 127.0.0.1",
    "should I bind to 0.0.0.0?",
    "server is listening on [::]:8080",
    "cannot assign requested address",
  ],
  notation: [
    "is 10.0.0.1/8 a valid CIDR?",
    "what does /28 mean",
    "which netmask is 255.255.240.0",
    "how many addresses are in a /20",
    "host bits set in 10.0.0.5/24",
  ],
  hairpin: [
    "a pod cannot reach its own Service",
    "hairpin NAT",
    "we call our own load balancer from inside and it hangs",
    "pod connecting to itself through the service",
  ],
  "proxy-headers": [
    "X-Forwarded-For is wrong",
    "do we need the PROXY protocol",
    "set_real_ip_from 10.0.0.0/8",
    "trust proxy headers from which range",
  ],
};

const cases = Object.entries(phrasings).flatMap(([topic, texts]) => texts.map((text) => [text, topic] as const));

describe("recogniseTopics", () => {
  it.each(cases)("%j asks for %s", (text, topic) => {
    expect(topicsIn(text)).toContain(topic);
  });

  it.each([
    "Good morning!",
    "The meeting is at ten.",
    "",
    "Deployed v2 to staging.",
    "lunch?",
    "happy birthday",
    "The release is done.",
  ])("%j asks for nothing", (text) => {
    expect(topicsIn(text)).toEqual([]);
  });

  it.each<[string, Topic]>([
    ["I forwarded the mail to you", "connectivity"],
    ["the metadata of the picture", "overlap"],
    ["we masked the secret", "notation"],
    ["listen, I have a question about 10.0.0.1", "overlap"],
    ["the albums are here", "load-balancer"],
    ["a stable release", "allow-inbound"],
    ["I document my code", "overlap"],
    ["db.default.svc.cluster.local is unknown", "multicast"],
    ["it is in ~/.local/bin, values.local.yaml and localhost", "multicast"],
    ["how do we resolve this conflict", "name-resolution"],
  ])("%j does not ask for %s", (text, topic) => {
    expect(topicsIn(text)).not.toContain(topic);
  });

  it("gives the words that say so", () => {
    expect(recogniseTopics("Is this documented?")).toContainEqual({
      topic: "documented",
      reason: '"documented" asks for documented',
    });
  });

  it("does not care for capitals", () => {
    for (const [text] of cases) expect([text, topicsIn(text.toUpperCase())]).toEqual([text, topicsIn(text)]);
    expect(cases.length).toBeGreaterThan(80);
    expect(Object.keys(topicLexicon).length).toBe(Object.keys(phrasings).length);
  });

  it("reads the head and the tail of a pasted log", () => {
    const log = "10.0.0.1 GET /\n".repeat(5_000);
    expect(topicsIn(`Which range is this?\n${log}`)).toContain("which-range");
    expect(topicsIn(`${log}\nWhich range is this?`)).toContain("which-range");
  });
});

describe("headAndTail", () => {
  it.each([0, 1, 4_000, 8_000])("leaves a text of %d characters whole", (length) => {
    expect(headAndTail("x".repeat(length))).toBe("x".repeat(length));
  });

  it("keeps both ends of a longer one", () => {
    const text = `begin${"x".repeat(20_000)}end`;
    const short = headAndTail(text);
    expect(short.length).toBeLessThanOrEqual(8_001);
    expect(short.startsWith("begin")).toBe(true);
    expect(short.endsWith("end")).toBe(true);
  });
});
