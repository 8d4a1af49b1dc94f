import type { AnswerCase } from "./answer-case.ts";

/** Broken and ambiguous notation, arithmetic, and names that carry an address. */
export const notationAndNames: readonly AnswerCase[] = [
  { ask: "Can I allow 300.1.2.3 in the firewall?", action: "answer", says: [/255/], never: [/is public|private/] },
  { ask: "Is 10.1.2.3/8 a valid CIDR?", action: "answer", says: [/10\.0\.0\.0\/8/, /host bits/i] },
  { ask: "Is 10.0.0.0/33 ok?", action: "answer", says: [/32/] },
  { ask: "Is 010.0.0.1 the same as 10.0.0.1?", action: "answer", says: [/8\.0\.0\.1|octal/] },
  { ask: "What address is 0x7f.1?", action: "answer", says: [/127\.0\.0\.1|hex/i] },
  { ask: "What does app.10-0-0-1.nip.io resolve to?", action: "answer", says: [/10\.0\.0\.1/] },
  { ask: "What is ip-10-0-1-23.ec2.internal?", action: "answer", says: [/10\.0\.1\.23/] },
  { ask: "What is 10-244-1-5.default.pod.cluster.local?", action: "answer", says: [/10\.244\.1\.5/] },
  {
    ask: "Do 10.0.0.0/16 and 10.0.128.0/17 overlap?",
    action: "answer",
    says: [/10\.0\.128\.0\/17 \(10\.0\.128\.0 to 10\.0\.255\.255\) lies inside 10\.0\.0\.0\/16/],
    never: [/do not overlap/],
  },
  {
    ask: "Do 10.1.0.0/16 and 10.2.0.0/16 overlap?",
    action: "answer",
    says: [/do not overlap/],
    never: [/lies inside/],
  },
  {
    ask: "Is 10.244.3.9 inside 10.244.0.0/16?",
    action: "answer",
    says: [/10\.244\.3\.9 lies inside 10\.244\.0\.0\/16/],
  },
  { ask: "Is 10.245.3.9 inside 10.244.0.0/16?", action: "answer", never: [/lies inside 10\.244\.0\.0\/16/] },
  {
    ask: "Our VPN uses 172.20.0.0/16, does this conflict with EKS?",
    action: "answer",
    says: [/172\.20\.0\.0\/16/, /Service/],
  },
];
