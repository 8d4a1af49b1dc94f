import type { ListingCase } from "./listing-case.ts";

const rewritten =
  "udp      17 25 src=10.244.1.8 dst=10.96.0.10 sport=41234 dport=53 src=10.244.0.5 dst=10.244.1.8 sport=53 dport=41234 mark=0 use=1";
const untouched =
  "tcp      6 86392 ESTABLISHED src=10.244.1.8 dst=10.96.0.10 sport=41234 dport=53 src=10.96.0.10 dst=10.244.1.8 sport=53 dport=41234 [ASSURED] mark=0 use=1";
const hidden =
  "ipv4     2 tcp      6 117 TIME_WAIT src=10.244.1.8 dst=93.184.216.34 sport=51000 dport=443 src=93.184.216.34 dst=192.168.1.12 sport=443 dport=21000 [ASSURED] mark=0 zone=0 use=2";

const saved = `-A KUBE-SERVICES -d 10.96.0.10/32 -p udp -m comment --comment "kube-system/kube-dns:dns cluster IP" -m udp --dport 53 -j KUBE-SVC-TCOU7JCQXEZGVUNU
-A KUBE-SVC-TCOU7JCQXEZGVUNU ! -s 10.244.0.0/16 -d 10.96.0.10/32 -p udp -m comment --comment "kube-system/kube-dns:dns cluster IP" -j KUBE-MARK-MASQ
-A KUBE-SEP-YIL6JZP7A3QYXJU2 -s 10.244.0.5/32 -m comment --comment "kube-system/kube-dns:dns" -j KUBE-MARK-MASQ
-A KUBE-SEP-YIL6JZP7A3QYXJU2 -p udp -m comment --comment "kube-system/kube-dns:dns" -m udp -j DNAT --to-destination 10.244.0.5:53
-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80
-A PREROUTING -d 203.0.113.7/32 -p tcp --dport 80 -j DNAT --to-destination 10.0.0.20
-A POSTROUTING -s 10.9.0.0/24 -j SNAT --to-source 203.0.113.8`;

const listed = `Chain KUBE-SERVICES (2 references)
target     prot opt source               destination
KUBE-SVC-TCOU7JCQXEZGVUNU  udp  --  0.0.0.0/0            10.96.0.10           /* kube-system/kube-dns:dns cluster IP */ udp dpt:53
DNAT       tcp  --  0.0.0.0/0            0.0.0.0/0            tcp dpt:8080 to:172.17.0.2:80
   12   720 MASQUERADE  all  --  *      !docker0  172.17.0.0/16        0.0.0.0/0`;

const nslookup =
  "Server:\t\t10.96.0.10\nAddress:\t10.96.0.10#53\n\nName:\tkubernetes.default.svc.cluster.local\nAddress: 10.96.0.1\n";
const dig =
  "; <<>> DiG 9.18 <<>> web.shop.svc.cluster.local\n;; ANSWER SECTION:\nweb.shop.svc.cluster.local. 30 IN A 10.96.12.7\n\n;; Query time: 1 msec\n;; SERVER: 10.96.0.10#53(10.96.0.10) (UDP)";
const hops =
  "traceroute to 1.1.1.1 (1.1.1.1), 30 hops max, 60 byte packets\n 1  _gateway (192.168.1.1)  0.412 ms  0.391 ms  0.380 ms\n 2  100.72.0.1 (100.72.0.1)  6.1 ms  6.0 ms  6.2 ms\n 3  * * *\n 4  1.1.1.1 (1.1.1.1)  8.0 ms  8.1 ms  8.2 ms";
const capture =
  "12:34:56.789012 IP 10.244.1.8.41234 > 10.96.0.10.53: 1234+ A? example.com. (29)\n12:34:56.790012 eth0  In  IP 192.168.1.12.51000 > 10.0.0.20.443: Flags [S], seq 1, win 64240, length 0\n12:34:57.1 IP6 fe80::1 > ff02::1: ICMP6, router advertisement, length 56";

export const trafficCases: readonly ListingCase[] = [
  ["conntrack, sent on", `what is 10.96.0.10?\n${rewritten}`, ["conntrack-sent-on: 10.244.0.5 /"]],
  ["conntrack, who answered", `what is 10.244.0.5?\n\`\`\`${rewritten}\`\`\``, ["conntrack-answers: 10.96.0.10 /"]],
  ["conntrack, nothing rewritten", `is 10.96.0.10 translated?\n${untouched}`, ["conntrack-untouched:  /"]],
  ["conntrack, in inline code", `is 10.96.0.10 translated? \`${untouched}\``, ["conntrack-untouched:  /"]],
  ["conntrack, a source kept", `is 10.244.1.8 translated?\n${untouched}`, ["conntrack-kept:  /"]],
  ["conntrack, a source hidden", `what of 10.244.1.8?\n${hidden}`, ["conntrack-hidden: 192.168.1.12 /"]],
  ["conntrack, what hides it", `what of 192.168.1.12?\n${hidden}`, ["conntrack-hides: 10.244.1.8 /"]],
  ["iptables-save, a Service", `what is 10.96.0.10?\n${saved}`, ["rule-service: kube-system/kube-dns:dns /"]],
  [
    "iptables-save, an endpoint",
    `what is 10.244.0.5?\n\`\`\`\n${saved}\n\`\`\``,
    ["rule-endpoint: kube-system/kube-dns:dns /"],
  ],
  ["iptables-save, masquerade", `what happens to 172.17.0.9?\n${saved}`, ["rule-masquerade 172.17.0.0/16:  /"]],
  ["iptables-save, DNAT to", `what is 172.17.0.2?\n${saved}`, ["rule-receives:  /"]],
  ["iptables-save, DNAT of", `what is 203.0.113.7?\n${saved}`, ["rule-sent-on: 10.0.0.20 /"]],
  ["iptables-save, SNAT", `what is 203.0.113.8?\n${saved}`, ["rule-hides: 10.9.0.0/24 /"]],
  ["iptables -L, a Service", `what is 10.96.0.10?\n${listed}`, ["rule-service: kube-system/kube-dns:dns /"]],
  ["iptables -L, squeezed", `what is 172.17.0.2?\n${listed.replace(/ +/g, " ")}`, ["rule-receives:  /"]],
  ["iptables -L -v", `what is 172.17.0.9?\n${listed}`, ["rule-masquerade 172.17.0.0/16:  /"]],
  [
    "nft",
    'what is 172.17.0.9?\noifname != "docker0" ip saddr 172.17.0.0/16 counter packets 0 bytes 0 masquerade',
    ["rule-masquerade 172.17.0.0/16:  /"],
  ],
  [
    "nft, DNAT",
    "what is 203.0.113.7?\nip daddr 203.0.113.7 tcp dport 80 counter dnat to 10.0.0.20:80",
    ["rule-sent-on: 10.0.0.20:80 /"],
  ],
  [
    "nft of kube-proxy",
    "what is 10.96.0.10?\nelements = { 10.96.0.10 . udp . 53 : goto service-NWBZK7IH-kube-system/kube-dns/udp/dns,",
    ["rule-service: kube-system/kube-dns/udp/dns /"],
  ],
  ["traceroute", `what is 100.72.0.1?\n${hops}`, ["hop: 2 /"]],
  [
    "traceroute, fenced and flat",
    `what is 192.168.1.1?\n\`\`\`\n${hops.replace(/^ +/gm, "").replace(/ +/g, " ")}\n\`\`\``,
    ["hop: 1 / _gateway"],
  ],
  [
    "mtr",
    "  1.|-- 192.168.1.1   0.0%    10    0.4   0.4   0.3   0.6   0.1\n  2.|-- 100.72.0.1    0.0%    10    6.0   6.1   5.9   6.4   0.2\nwhat is 100.72.0.1?",
    ["hop: 2 /"],
  ],
  ["tcpdump, the source", `who is 10.244.1.8?\n${capture}`, ["capture-source: 10.96.0.10 /"]],
  ["tcpdump, the destination", `who is 10.0.0.20?\n${capture}`, ["capture-destination: 192.168.1.12 /"]],
  ["tcpdump, IPv6", `who is fe80::1?\n${capture}`, ["capture-source: ff02::1 /"]],
  ["dig", `what is 10.96.12.7?\n${dig}`, ["dns-answer: web.shop.svc.cluster.local /"]],
  ["dig, the server", `what is 10.96.0.10?\n\`\`\`${dig}\`\`\``, ["dns-server:  /"]],
  [
    "dig -x",
    "8.1.244.10.in-addr.arpa. 30 IN PTR 10-244-1-8.web.shop.svc.cluster.local.\nwho is 10.244.1.8?",
    ["host-name: 10-244-1-8.web.shop.svc.cluster.local /"],
  ],
  ["nslookup", `what is 10.96.0.1?\n${nslookup}`, ["dns-answer: kubernetes.default.svc.cluster.local /"]],
  ["nslookup, the server", `${nslookup}\nwhat is 10.96.0.10?`, ["dns-server:  /"]],
  [
    "nslookup of busybox",
    "Server: 10.96.0.10\nAddress 1: 10.96.0.10 kube-dns.kube-system.svc.cluster.local\n\nName: web\nAddress 1: 10.96.12.7 web.shop.svc.cluster.local\n\nwhat is 10.96.12.7?",
    ["dns-answer: web.shop.svc.cluster.local /"],
  ],
  ["host", "web.shop has address 10.96.12.7\nwhat is 10.96.12.7?", ["dns-answer: web.shop /"]],
  ["ping", "PING web.shop (10.96.12.7) 56(84) bytes of data.\nwhat is 10.96.12.7?", ["dns-answer: web.shop /"]],
  [
    "X-Forwarded-For",
    "X-Forwarded-For: 203.0.113.7, 10.0.0.5, 10.244.1.1\nwho put 10.0.0.5 there?",
    ["forwarded: 2 / 3"],
  ],
  [
    "X-Forwarded-For in JSON",
    `{"x-forwarded-for": "203.0.113.7, 10.0.0.5"}\nwhat is 203.0.113.7?`,
    ["forwarded: 1 / 2"],
  ],
  [
    "nginx, the client",
    '10.244.1.1 - - [10/Oct/2023:13:55:36 +0000] "GET / HTTP/1.1" 200 612 "-" "curl/7.68.0"\nwhy is 10.244.1.1 there?',
    ["log-client:  /"],
  ],
  [
    "ingress-nginx, the upstream",
    '203.0.113.7 - - [10/Oct/2023:13:55:36 +0000] "GET / HTTP/1.1" 200 612 "-" "curl/7.68.0" 100 0.003 [shop-web-80] [] 10.244.2.9:8080 612 0.003 200 a1b2\nwhat is 10.244.2.9?',
    ["log-upstream:  /"],
  ],
  [
    "nginx's error log",
    '2023/10/10 13:55:36 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 10.244.1.1, server: _, request: "GET / HTTP/1.1", upstream: "http://10.244.2.9:8080/", host: "x"\nwhat is 10.244.2.9?',
    ["log-upstream:  /"],
  ],
  [
    "Envoy",
    '[2023-10-10T13:55:36.000Z] "GET / HTTP/1.1" 200 - 0 12 3 2 "203.0.113.7" "curl/7.68.0" "4d6c" "shop.example.com" "10.244.2.9:8080"\nwhat is 10.244.2.9?',
    ["log-upstream:  /"],
  ],
  [
    "Istio, the client",
    '[2023-10-10T13:55:36.000Z] "GET / HTTP/1.1" 200 - via_upstream - "-" 0 12 3 2 "-" "curl/7.68.0" "4d6c" "web" "10.244.2.9:8080" inbound|8080|| 127.0.0.6:41234 10.244.2.9:8080 10.244.1.8:41000 outbound_.80_._.web default\nwhat is 10.244.1.8?',
    ["log-client:  /"],
  ],
  [
    "a proxy's log in JSON",
    '{"remote_addr":"10.244.1.1","upstream_addr":"10.244.2.9:8080","status":200}\nwhat is 10.244.1.1?',
    ["log-client:  /"],
  ],
];
