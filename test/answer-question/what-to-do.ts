import type { AnswerCase } from "./answer-case.ts";

/** Questions of cause and remedy, with and without an address. */
export const whatToDo: readonly AnswerCase[] = [
  {
    ask: "All requests to our Kubernetes LoadBalancer Service have a node IP as client instead of the real client IP. Why?",
    action: "answer",
    says: [/externalTrafficPolicy/],
  },
  {
    ask: "A partner must whitelist the outgoing IP of our EKS cluster. Which IP is it?",
    action: "answer",
    says: [/NAT gateway|Elastic IP|node/i],
    never: [/allow 10\.100/, /allow 172\.20/],
  },
  {
    ask: "My app listens on 127.0.0.1:8080 and the Service gets connection refused. Why?",
    action: "answer",
    says: [/loopback/, /0\.0\.0\.0|all addresses/],
  },
  { ask: "What does it mean that a server is listening on 0.0.0.0?", action: "answer", says: [/\ball\b|\bevery\b/] },
  { ask: "Can clients forge X-Forwarded-For?", action: "answer", says: [/forge|trust/] },
  { ask: "Should pods on EKS be able to reach 169.254.169.254?", action: "answer", says: [/metadata/] },
  {
    ask: "How do I change the address pools of Docker?",
    action: "answer",
    says: [/default-address-pools/, /daemon\.json/],
  },
  { ask: "Can I change the pod CIDR of a k3s cluster later?", action: "answer", says: [/cluster-cidr/] },
];
