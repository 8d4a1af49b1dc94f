import type { AnswerCase } from "./answer-case.ts";

/** Whose an address is where a product is named, in the question or in its thread. */
export const whoseAddress: readonly AnswerCase[] = [
  {
    ask: "Requests between our two apps arrive from 100.64.x.x on Scaleway Kapsule, which is not a local IP. What range is that? We need it for a whitelist.",
    action: "answer",
    says: [/100\.64\.0\.0\/15/, /\bpods?\b/, /shared address space/, /RFC 6598/, /allow 100\.64\.0\.0\/15/],
    never: [/\bis public\b/, /Tailscale/],
  },
  {
    ask: "nginx in docker logs 172.17.0.1 as the client of every request. Who is that?",
    action: "answer",
    says: [/bridge|gateway/, /docker/i],
    never: [/\bEKS\b/, /\bGKE\b/, /\bis public\b/],
  },
  {
    ask: "On k3s one of my pods has 10.42.0.15, is this a public IP?",
    action: "answer",
    says: [/10\.42\.0\.0\/16/, /\bpod/, /private/],
    never: [/\bis public\b/],
  },
  {
    ask: "k3s: kubectl get svc shows 10.43.0.1, what is that?",
    action: "answer",
    says: [/10\.43\.0\.[01]/, /Service|API/],
  },
  {
    ask: "k3s: can 10.43.0.15 be the source IP of a connection that my app sees?",
    action: "answer",
    says: [/never|only|destination/],
  },
  {
    ask: "Since I run tailscale, resolv.conf says nameserver 100.100.100.100. What is this address?",
    action: "answer",
    says: [/DNS/, /100\.100\.100\.100/],
    never: [/\bis public\b/, /10\.100\./],
  },
  {
    ask: "GKE: our pod connects to 34.118.225.10, is that a public IP of Google?",
    action: "answer",
    says: [/34\.118\.224\.0\/20/, /Service/],
    never: [/routable on the internet/],
  },
  { ask: "Why does my app on GKE get requests from 35.191.3.4?", action: "answer", says: [/health check/i] },
  {
    ask: "An OpenShift pod logs 100.64.0.3 as the source of a request. What is it?",
    action: "answer",
    says: [/join/, /100\.64\.0\.0\/16/],
    never: [/\bis public\b/],
  },
  {
    ask: "With flannel my pods get addresses like 10.244.1.7, which range is that?",
    action: "answer",
    says: [/10\.244\.0\.0\/16/],
  },
  {
    ask: "minikube ip says 192.168.49.2, what is this?",
    action: "answer",
    says: [/192\.168\.49\.(0\/24|2)/, /minikube/i],
  },
  { ask: "On Docker Desktop host.docker.internal is 192.168.65.254, what is it?", action: "answer", says: [/host/] },
  {
    ask: "We use Calico and pods have 192.168.5.7, isn't that my home LAN range?",
    action: "answer",
    says: [/192\.168\.0\.0\/16/, /Calico/],
  },
  {
    ask: "We are not on EKS but on AKS. What is 10.244.0.5?",
    action: "answer",
    says: [/10\.244\.0\.0\/16/, /\bpod/i],
    never: [/\bEKS\b/],
  },
  {
    ask: "100.64.3.7: not Kapsule, who is it?",
    action: "answer",
    says: [/shared address space/, /Tailscale/],
    never: [/Kapsule|Scaleway/],
  },
  {
    ask: "What is 100.64.3.7 then?",
    thread: [{ text: "Is it Kapsule?" }, { text: "We moved from Kapsule to Hetzner." }],
    action: "answer",
    never: [/Kapsule|Scaleway/],
  },
  {
    ask: "Sorry, we are on AKS, not EKS. What is 10.244.0.5?",
    thread: [{ text: "We run EKS." }],
    action: "answer",
    says: [/10\.244\.0\.0\/16/, /AKS|Azure/],
    never: [/\bEKS\b/],
  },
  {
    ask: "What is 10.42.1.9?",
    thread: [{ text: "We run everything on k3s." }],
    action: "answer",
    says: [/10\.42\.0\.0\/16/, /k3s/i],
  },
  { ask: "What is 10.42.1.9?", product: "k3s", action: "answer", says: [/10\.42\.0\.0\/16/, /k3s/i] },
  {
    ask: "What is 10.42.1.9?",
    thread: [{ text: "This could be EKS.", fromBot: true }],
    action: "answer",
    never: [/\bEKS\b/],
  },
  {
    ask: "On AKS, why does our app talk to 168.63.129.16?",
    action: "answer",
    says: [/Azure/, /168\.63\.129\.16/],
    never: [/(?<!no )attack/],
  },
  {
    ask: "Kubespray: nslookup in a pod says server 169.254.25.10. Whose address is that?",
    action: "answer",
    says: [/DNS/],
  },
  {
    ask: "In my docker containers resolv.conf has nameserver 127.0.0.11, what is it?",
    action: "answer",
    says: [/DNS/],
  },
];
