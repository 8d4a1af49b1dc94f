import type { AnswerCase } from "./answer-case.ts";

/** What kind of address it is, where nobody says where it was seen. */
export const whatKind: readonly AnswerCase[] = [
  {
    ask: "Requests between our two apps arrive from 100.64.3.7, which is not a local IP. What range is that?",
    action: "answer",
    says: [/100\.64\.0\.0\/10/, /RFC 6598/, /Where does this run/],
    never: [/\bis public\b/],
  },
  {
    ask: "What is 169.254.169.254?",
    action: "answer",
    says: [/metadata|data of the machine/, /link-local/],
    never: [/\bis public\b/],
  },
  { ask: "What is 168.63.129.16? It shows up in our firewall.", action: "answer", says: [/Azure|AKS/] },
  {
    ask: "Is fd00::1234 public?",
    action: "answer",
    says: [/unique local/, /fc00::\/7|fd00::\/8/],
    never: [/\bis public\b/],
  },
  { ask: "Is 172.32.0.1 private?", action: "answer", says: [/public/, /172\.16\.0\.0\/12/], never: [/is a private/] },
  {
    ask: "Is 172.80.0.0/16 a private range?",
    action: "answer",
    says: [/public/, /172\.16\.0\.0\/12/, /172\.31\.255\.255/],
  },
  { ask: "What is 8.8.8.8, is it private?", action: "answer", says: [/public/] },
  {
    ask: "fail2ban shows 203.0.113.7, is this a real attacker?",
    action: "answer",
    says: [/documentation/],
    never: [/\bis public\b/],
  },
  { ask: "traceroute shows 198.18.0.5, what is it?", action: "answer", says: [/benchmarking/] },
  { ask: "tcpdump is full of packets to 224.0.0.251. What is that?", action: "answer", says: [/multicast/] },
  { ask: "Who sends to 255.255.255.255?", action: "answer", says: [/broadcast/] },
  { ask: "What is 64:ff9b::808:808?", action: "answer", says: [/NAT64/, /8\.8\.8\.8/] },
  { ask: "What does fe80::1 mean?", action: "answer", says: [/link-local/] },
  { ask: "Is 2001:db8::1 routable?", action: "answer", says: [/documentation/] },
  { ask: "What is 2002:a00:1::1?", action: "answer", says: [/6to4/, /10\.0\.0\.1/] },
  { ask: "What is fec0::1?", action: "answer", says: [/site-local/] },
  { ask: "What is ::1?", action: "answer", says: [/loopback/] },
  {
    ask: "The WAN address of my router is 100.72.1.2. Can I forward ports?",
    action: "answer",
    says: [/100\.64\.0\.0\/10/, /carrier-grade NAT|CGNAT/],
  },
  {
    ask: "What are 10.0.0.1, 100.64.0.1 and 8.8.8.8?",
    action: "answer",
    says: [/private/, /shared address space/, /public/],
  },
  { ask: "What is ::ffff:10.0.0.12 in a log?", action: "answer", says: [/10\.0\.0\.12/], never: [/\bis public\b/] },
];
