import type { AdviceKind } from "../../../../src/core/answer/advise/advisers.ts";

export type AdviceCase = {
  readonly kind: AdviceKind;
  readonly ask: string;
  readonly thread?: readonly string[];
  /** The lines to paste, whole. */
  readonly code: string;
};

const policy = (type: "Ingress" | "Egress", ...rules: readonly string[]) =>
  [
    "apiVersion: networking.k8s.io/v1",
    "kind: NetworkPolicy",
    "metadata: {name: NAME, namespace: NAMESPACE}",
    "spec:",
    "  podSelector: {matchLabels: {LABEL: VALUE}}",
    `  policyTypes: [${type}]`,
    `  ${type.toLowerCase()}:`,
    ...rules,
  ].join("\n");

const byLabel = (type: "Ingress" | "Egress") =>
  policy(
    type,
    `    - ${type === "Ingress" ? "from" : "to"}:`,
    "        - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: PEER_NAMESPACE}}",
    "          podSelector: {matchLabels: {PEER_LABEL: VALUE}}",
  );

/** Questions that ask for something to apply, and what there is to paste. */
export const adviceCases: readonly AdviceCase[] = [
  {
    kind: "network-policy",
    ask: "How do I write a NetworkPolicy that only allows traffic from 10.20.0.0/24 and 10.20.1.0/24 to postgres on port 5432?",
    code: policy("Ingress", "    - from:", "        - ipBlock: {cidr: 10.20.0.0/23}", "      ports: [{port: 5432}]"),
  },
  {
    kind: "network-policy",
    ask: "does egress work with a ClusterIP? how do I put 10.96.0.77 into the ipBlock of a netpol",
    code: byLabel("Egress"),
  },
  {
    kind: "network-policy",
    ask: "GKE: how do I write a NetworkPolicy that allows ingress from our office 10.200.0.0/16?",
    code: policy("Ingress", "    - from:", "        - ipBlock: {cidr: 10.200.0.0/16}"),
  },
  {
    kind: "network-policy",
    ask: "our netpol allows ingress from 10.7.0.0/16 now. How do I allow 10.8.0.0/16 too?\n12:00:01 allow 10.9.0.5 -> 10.9.0.6\n",
    code: policy("Ingress", "    - from:", "        - ipBlock: {cidr: 10.8.0.0/16}"),
  },
  {
    kind: "network-policy",
    ask: "what would the netpol look like?",
    thread: ["we want to let in two partners from outside:\n- 203.0.113.0/24\n- 2001:db8:1::/48"],
    code: policy(
      "Ingress",
      "    - from:",
      "        - ipBlock: {cidr: 203.0.113.0/24}",
      '        - ipBlock: {cidr: "2001:db8:1::/48"}',
    ),
  },
  {
    kind: "network-policy",
    ask: "Our egress netpol must allow the app to reach the database at 192.168.50.10:5432, what does it look like?",
    code: policy("Egress", "    - to:", "        - ipBlock: {cidr: 192.168.50.10/32}", "      ports: [{port: 5432}]"),
  },
  {
    kind: "network-policy",
    ask: "can I allow a service ClusterIP in an egress NetworkPolicy with ipBlock, e.g. 10.96.184.228/32?",
    code: byLabel("Egress"),
  },
  {
    kind: "network-policy",
    ask: "we want to allow ingress from the pod 10.244.1.5 in a network policy, how?",
    code: byLabel("Ingress"),
  },
  {
    kind: "load-balancer-sources",
    ask: "We need to restrict our LoadBalancer service to the office, 203.0.113.0/25 and 203.0.113.128/25, and the VPN exit 198.51.100.7. How?",
    code: `kubectl patch service SERVICE -n NAMESPACE -p '{"spec":{"loadBalancerSourceRanges":["198.51.100.7/32","203.0.113.0/24"]}}'`,
  },
  {
    kind: "load-balancer-sources",
    ask: "How do I set loadBalancerSourceRanges to 2a01:4f8::/32?",
    code: `kubectl patch service SERVICE -n NAMESPACE -p '{"spec":{"loadBalancerSourceRanges":["2a01:4f8::/32"]}}'`,
  },
  {
    kind: "ingress-allowlist",
    ask: "ingress-nginx: how can I whitelist 203.0.113.0/24 and 198.51.100.7 so only they get access?",
    code: "kubectl annotate ingress INGRESS -n NAMESPACE --overwrite nginx.ingress.kubernetes.io/whitelist-source-range=198.51.100.7/32,203.0.113.0/24",
  },
  {
    kind: "security-group",
    ask: "Which rule does the security group of our RDS need to allow our EKS pods, 100.64.0.0/16, on port 5432?",
    code: "aws ec2 authorize-security-group-ingress --group-id GROUP_ID --ip-permissions 'IpProtocol=tcp,FromPort=5432,ToPort=5432,IpRanges=[{CidrIp=100.64.0.0/16}]'",
  },
  {
    kind: "security-group",
    ask: "AWS: what should the security group allow so that 10.1.0.0/16, 10.3.0.0/16 and fd12:3456:789a::/48 get in?",
    code: "aws ec2 authorize-security-group-ingress --group-id GROUP_ID --ip-permissions 'IpProtocol=tcp,FromPort=PORT,ToPort=PORT,IpRanges=[{CidrIp=10.1.0.0/16},{CidrIp=10.3.0.0/16}],Ipv6Ranges=[{CidrIpv6=fd12:3456:789a::/48}]'",
  },
  {
    kind: "masquerade",
    ask: "GKE with ip-masq-agent, pod range 10.4.0.0/14: what do we set so that pods keep their pod IP without SNAT towards 172.20.0.0/16?",
    code: [
      "apiVersion: v1",
      "kind: ConfigMap",
      "metadata: {name: ip-masq-agent, namespace: kube-system}",
      "data:",
      "  config: |",
      "    nonMasqueradeCIDRs:",
      "      - 10.4.0.0/14",
      "      - 172.20.0.0/16",
    ].join("\n"),
  },
  {
    kind: "masquerade",
    ask: "ip-masq-agent: how do I stop masquerading towards our datacenter 10.200.0.0/16?",
    code: [
      "apiVersion: v1",
      "kind: ConfigMap",
      "metadata: {name: ip-masq-agent, namespace: kube-system}",
      "data:",
      "  config: |",
      "    nonMasqueradeCIDRs:",
      "      - 10.200.0.0/16",
      "      - POD_RANGE",
    ].join("\n"),
  },
  {
    kind: "proxy-protocol",
    ask: "DigitalOcean Kubernetes, ingress-nginx. How do I get the real client IP with the PROXY protocol?",
    code: [
      "kubectl annotate service CONTROLLER_SERVICE -n NAMESPACE service.beta.kubernetes.io/do-loadbalancer-enable-proxy-protocol=true",
      `kubectl patch configmap CONTROLLER_CONFIGMAP -n NAMESPACE -p '{"data":{"use-proxy-protocol":"true"}}'`,
    ].join("\n"),
  },
  {
    kind: "proxy-protocol",
    ask: "EKS, NLB, ingress-nginx: how do we switch on proxy protocol to see the real client ip?",
    code: [
      "kubectl annotate service CONTROLLER_SERVICE -n NAMESPACE 'service.beta.kubernetes.io/aws-load-balancer-proxy-protocol=*'",
      `kubectl patch configmap CONTROLLER_CONFIGMAP -n NAMESPACE -p '{"data":{"use-proxy-protocol":"true"}}'`,
    ].join("\n"),
  },
  {
    kind: "proxy-protocol",
    ask: "linode LKE nginx ingress shows 192.168.255.7 as client ip, how to preserve the client ip",
    code: [
      "kubectl annotate service CONTROLLER_SERVICE -n NAMESPACE service.beta.kubernetes.io/linode-loadbalancer-default-proxy-protocol=v1",
      `kubectl patch configmap CONTROLLER_CONFIGMAP -n NAMESPACE -p '{"data":{"use-proxy-protocol":"true"}}'`,
    ].join("\n"),
  },
  {
    kind: "proxy-protocol",
    ask: "Scaleway Kapsule, nginx ingress. We want to see the real client ip",
    code: [
      "kubectl annotate service CONTROLLER_SERVICE -n NAMESPACE service.beta.kubernetes.io/scw-loadbalancer-proxy-protocol-v2=VALUE",
      `kubectl patch configmap CONTROLLER_CONFIGMAP -n NAMESPACE -p '{"data":{"use-proxy-protocol":"true"}}'`,
    ].join("\n"),
  },
  {
    kind: "trusted-proxies",
    ask: "nginx behind our load balancers 10.0.0.5 and 10.0.0.6 logs only their addresses. How do I get the real client IP?",
    code: [
      "set_real_ip_from 10.0.0.5/32;",
      "set_real_ip_from 10.0.0.6/32;",
      "real_ip_header X-Forwarded-For;",
      "real_ip_recursive on;",
    ].join("\n"),
  },
  {
    kind: "traffic-policy",
    ask: "AKS: our app behind a LoadBalancer service sees 10.224.0.5 as the client for all requests. How do we see the real client ip?",
    code: `kubectl patch service SERVICE -n NAMESPACE -p '{"spec":{"externalTrafficPolicy":"Local"}}'`,
  },
  {
    kind: "docker-pools",
    ask: "Docker networks land on 172.18.0.0/16 and that overlaps with our VPN 172.16.0.0/12. How do I change the range? The office has 10.0.0.0/12",
    code: '{"default-address-pools": [{"base": "10.16.0.0/16", "size": 24}]}',
  },
  {
    kind: "docker-pools",
    ask: "docker0 uses 172.17.0.0/16 which overlaps with our network 172.16.0.0/12, office 10.0.0.0/9. How do I change the range of docker?",
    code: [
      "{",
      '  "bip": "10.129.0.1/24",',
      '  "default-address-pools": [{"base": "10.128.0.0/16", "size": 24}]',
      "}",
    ].join("\n"),
  },
  {
    kind: "cluster-ranges",
    ask: "k3s default pod range 10.42.0.0/16 overlaps with our network 10.0.0.0/9. How do we choose another range for a new cluster?",
    code: "k3s server --cluster-cidr=10.128.0.0/16 --service-cidr=10.129.0.0/16 --cluster-dns=10.129.0.10",
  },
  {
    kind: "cluster-ranges",
    ask: "kubeadm: our LAN is 10.0.0.0/9 and overlaps with the service range. Which other range should we pick?",
    code: ["networking:", "  podSubnet: 10.128.0.0/16", "  serviceSubnet: 10.129.0.0/16"].join("\n"),
  },
  {
    kind: "cluster-ranges",
    ask: "cilium's default 10.0.0.0/8 collides with our nodes 10.20.0.0/16, how can I change the pod cidr?",
    code: ["ipam:", "  operator:", "    clusterPoolIPv4PodCIDRList: [172.16.0.0/16]"].join("\n"),
  },
  {
    kind: "cluster-ranges",
    ask: "EKS Anywhere: 192.168.0.0/16 conflicts with our datacenter 10.0.0.0/9. Which CIDR should we choose instead?",
    code: [
      "clusterNetwork:",
      "  pods:",
      "    cidrBlocks: [10.128.0.0/16]",
      "  services:",
      "    cidrBlocks: [10.129.0.0/16]",
    ].join("\n"),
  },
  {
    kind: "cluster-ranges",
    ask: "minikube pods overlap with our VPN 10.0.0.0/9, how do I change the pod range?",
    code: "minikube start --extra-config=kubeadm.pod-network-cidr=10.128.0.0/16 --service-cluster-ip-range=10.129.0.0/16",
  },
  {
    kind: "load-balancer-sources",
    ask: "The API has a Service type LoadBalancer. How can we make sure that only they can reach it?",
    thread: ["our partner calls us from 203.0.113.40 and 203.0.113.41"],
    code: `kubectl patch service SERVICE -n NAMESPACE -p '{"spec":{"loadBalancerSourceRanges":["203.0.113.40/31"]}}'`,
  },
  {
    kind: "network-policy",
    ask: "netpol: a pod needs to talk to a legacy DB at 10.9.8.7 port 1521, default deny egress is on. what rule do I add",
    code: policy("Egress", "    - to:", "        - ipBlock: {cidr: 10.9.8.7/32}", "      ports: [{port: 1521}]"),
  },
  {
    kind: "network-policy",
    ask: "App A must only be reachable from our office network 192.168.12.0/22. Is there an example NetworkPolicy for that?",
    code: policy("Ingress", "    - from:", "        - ipBlock: {cidr: 192.168.12.0/22}"),
  },
  {
    kind: "security-group",
    ask: "Add 10.12.0.0/16 to our AWS security group, how?",
    code: "aws ec2 authorize-security-group-ingress --group-id GROUP_ID --ip-permissions 'IpProtocol=tcp,FromPort=PORT,ToPort=PORT,IpRanges=[{CidrIp=10.12.0.0/16}]'",
  },
  {
    kind: "docker-pools",
    ask: "docker compose creates networks in 172.20.0.0/16, our company has 172.20.0.0/14 and 10.0.0.0/9. Where do I change it?",
    code: '{"default-address-pools": [{"base": "10.128.0.0/16", "size": 24}]}',
  },
  {
    kind: "source-list",
    ask: "Our firewall team should allow 10.10.0.0-10.10.2.255, as CIDRs please",
    code: "10.10.0.0/23\n10.10.2.0/24",
  },
  {
    kind: "source-list",
    ask: "What should we put on the firewall? We need to allow 10.1.0.0/24, 10.1.1.0/24 and 10.1.1.7",
    code: "10.1.0.0/23",
  },
];

/** What looks alike and asks for nothing to apply, gives too little, or asks for something dangerous. */
export const noAdvice: readonly (readonly [why: string, ask: string])[] = [
  ["tells how it is, and wonders", "My netpol allows 10.0.0.0/16 but pods still time out, why?"],
  [
    "asks whether a field is ignored",
    "loadBalancerSourceRanges: 1.1.1.0/24 but I still get in from 192.168.198.154, is it ignored?",
  ],
  ["wants to open to everybody", "How do I allow 0.0.0.0/0 in my NetworkPolicy ingress from everywhere?"],
  ["wants to open to half of everybody", "How do I allow ingress from 0.0.0.0/1 and 128.0.0.0/1 in my NetworkPolicy?"],
  ["wants to open to every IPv6 address", "How do I set loadBalancerSourceRanges to ::/0?"],
  ["wants to block", "How do I block 10.1.0.0/16 with a NetworkPolicy on ingress?"],
  ["wants an exception", "How do I write a NetworkPolicy to allow ingress from 10.0.0.0/8 except 10.5.0.0/16?"],
  ["masks the address", "How do I allow 10.20.x.x in loadBalancerSourceRanges?"],
  ["may mean either end", "How do I restrict the LoadBalancer service, access to 10.1.0.0/16?"],
  ["names no address", "How do I allow only our office in loadBalancerSourceRanges?"],
  ["names loopback", "How do I allow ingress from 127.0.0.1 in a NetworkPolicy?"],
  ["says neither in nor out", "Which NetworkPolicy should allow 10.1.0.0/16?"],
  ["uses another kind of policy", "How do I allow ingress from 10.1.0.0/16 in a CiliumNetworkPolicy?"],
  [
    "mixes pods and outsiders",
    "How do I allow ingress from the pod 10.244.1.5 and from 203.0.113.7 in a NetworkPolicy?",
  ],
  ["asks to admit a Service as source", "loadBalancerSourceRanges: how do I allow the ClusterIP 10.96.0.7?"],
  ["is not on AWS", "OpenStack: what should the security group allow for 10.1.0.0/16?"],
  [
    "asks whether to",
    "Do I need to allow 10.42.0.0/16 in my NetworkPolicy ingress so that ingress-nginx can reach my pods?",
  ],
  ["asks whether it helps", "Should I allow 100.64.0.0/10 in the loadBalancerSourceRanges for pod to pod?"],
  ["runs the agent of Azure", "AKS, azure-ip-masq-agent: how do pods keep their IP towards 10.50.0.0/16?"],
  ["has the Traefik of k3s", "k3s with traefik: we want the real client ip, all we see is 10.42.0.1"],
  ["does not say how its load balancer works", "EKS with ingress-nginx: how do we get the real client ip?"],
  [
    "has a load balancer that may pass the client on",
    "DigitalOcean with ingress-nginx: how do I get the real client IP?",
  ],
  ["asks only who it is", "nginx behind a load balancer, who is 10.0.0.5?"],
  [
    "has the proxies set already",
    "nginx, load balancer 10.0.0.5: set_real_ip_from 10.0.0.5; how do I get the real client IP?",
  ],
  ["has a proxy in front that hides the client", "AKS behind Cloudflare: how do we see the real client ip?"],
  ["asks about plain Kubernetes", "kubernetes: how do we see the real client ip in our pods?"],
  ["only asks whether they overlap", "k3s: do 10.42.0.0/16 and 10.40.0.0/13 overlap?"],
  [
    "leaves no room",
    "docker: how do I change the range, it conflicts with 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16",
  ],
  ["names nothing that is taken", "k3s: how do I change the pod range?"],
  [
    "has a list that is short already",
    "Which addresses should the firewall allow? We need 10.1.0.0/24 and 10.9.0.0/24",
  ],
];
