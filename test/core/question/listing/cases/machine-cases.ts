import type { ListingCase } from "./listing-case.ts";

const ipAddress = `1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
2: eth0@if7: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
    link/ether 96:00:02:aa:bb:cc brd ff:ff:ff:ff:ff:ff
    inet 192.168.1.12/24 metric 100 brd 192.168.1.255 scope global dynamic eth0
    inet6 fe80::9400:2ff:feaa:bbcc/64 scope link
3: docker0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc noqueue state DOWN group default
    link/ether 02:42:5e:aa:bb:cc brd ff:ff:ff:ff:ff:ff
    inet 172.17.0.1/16 brd 172.17.255.255 scope global docker0`;

const ifconfig = `docker0: flags=4099<UP,BROADCAST,MULTICAST>  mtu 1500
        inet 172.17.0.1  netmask 255.255.0.0  broadcast 172.17.255.255
        ether 02:42:5e:aa:bb:cc  txqueuelen 0  (Ethernet)
eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500
        inet 192.168.1.12  netmask 255.255.255.0  broadcast 192.168.1.255`;

const routes = `default via 192.168.1.1 dev eth0 proto dhcp src 192.168.1.12 metric 100
10.244.0.0/16 dev cni0 scope link
10.244.3.0/24 via 10.244.3.0 dev flannel.1 onlink
172.17.0.0/16 dev docker0 proto kernel scope link src 172.17.0.1 linkdown
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.12 metric 100`;

const routeTable = `Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
0.0.0.0         192.168.1.1     0.0.0.0         UG    100    0        0 eth0
10.8.0.0        10.8.0.2        255.255.255.0   UG    0      0        0 tun0
172.17.0.0      0.0.0.0         255.255.0.0     U     0      0        0 docker0`;

const networkInspect = `[
    {
        "Name": "shop_default",
        "Id": "0e1b",
        "Scope": "local",
        "IPAM": {
            "Driver": "default",
            "Config": [
                {
                    "Subnet": "172.23.0.0/16",
                    "Gateway": "172.23.0.1"
                }
            ]
        },
        "Containers": {
            "4f5e": {
                "Name": "shop-db-1",
                "EndpointID": "aa",
                "MacAddress": "02:42:ac:17:00:03",
                "IPv4Address": "172.23.0.3/16",
                "IPv6Address": ""
            },
            "9a8b": {
                "Name": "shop-blackbox-1",
                "EndpointID": "bb",
                "MacAddress": "02:42:ac:17:00:04",
                "IPv4Address": "172.23.0.4/16",
                "IPv6Address": ""
            }
        }
    }
]`;

const inspect = `"Name": "/shop-web-1",
"HostConfig": { "RestartPolicy": { "Name": "no", "MaximumRetryCount": 0 } },
"GraphDriver": { "Data": null, "Name": "overlay2" },
"NetworkSettings": {
  "Gateway": "",
  "IPAddress": "",
  "Networks": {
    "shop_default": {
      "IPAMConfig": null,
      "Aliases": [ "web" ],
      "Gateway": "172.23.0.1",
      "IPAddress": "172.23.0.5",
      "IPPrefixLen": 16
    }
  }
}`;

const flat = (text: string) => text.replace(/^ +/gm, "").replace(/ +/g, " ");

export const machineCases: readonly ListingCase[] = [
  ["ip a", `what has 172.17.0.1?\n\`\`\`\n${ipAddress}\n\`\`\``, ["interface: docker0 /"]],
  ["ip a, bare and flat", `what has 172.17.0.1?\n${flat(ipAddress)}`, ["interface: docker0 /"]],
  ["ip a, another address of a network", `${ipAddress}\nwhere is 172.17.0.9 from?`, ["interface-network: docker0 /"]],
  ["ip a, IPv6", `${ipAddress}\nwhat is fe80::9400:2ff:feaa:bbcc?`, ["interface: eth0 /"]],
  [
    "one line of ip a",
    "inet 100.101.5.6/32 scope global tailscale0\nwhat is 100.101.5.6?",
    ["interface: tailscale0 /"],
  ],
  ["ip -br a", "lo UNKNOWN 127.0.0.1/8 ::1/128\nwg0 UNKNOWN 10.8.0.1/24\nwhat is 10.8.0.1?", ["interface: wg0 /"]],
  [
    "ip -o a",
    "5: cni0    inet 10.42.0.1/24 brd 10.42.0.255 scope global cni0\\       valid_lft forever\nwhat is 10.42.0.1?",
    ["interface: cni0 /"],
  ],
  ["ifconfig", `what is 172.17.0.1\n${ifconfig}`, ["interface: docker0 /"]],
  ["ifconfig, its network", `what is 172.17.3.4\n${flat(ifconfig)}`, ["interface-network: docker0 /"]],
  [
    "old ifconfig",
    "eth0      Link encap:Ethernet  HWaddr 00:16:3e:aa:bb:cc\n          inet addr:10.0.3.15  Bcast:10.0.3.255  Mask:255.255.255.0\n\nwhat is 10.0.3.15",
    ["interface: eth0 /"],
  ],
  [
    "macOS",
    "utun3: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> mtu 1280\n\tinet 100.101.102.103 --> 100.101.102.103 netmask 0xffffffff\nwhat is 100.101.102.103",
    ["interface: utun3 /"],
  ],
  [
    "ip r, the longest match",
    `which way does 10.244.3.7 go?\n\`\`\`${routes}\`\`\``,
    ["route 10.244.3.0/24: flannel.1 / 10.244.3.0"],
  ],
  ["ip r, flat and bare", `${flat(routes)}\n\nwhich way does 10.244.9.7 go?`, ["route 10.244.0.0/16: cni0 /"]],
  ["ip r, the default route", `${routes}\n\nwhich way does 8.8.8.8 go?`, ["route 0.0.0.0/0: eth0 / 192.168.1.1"]],
  ["ip r, a gateway", `${routes}\n\nwhat is 192.168.1.1?`, ["next-hop: default / eth0"]],
  ["ip r, a source", `${routes}\n\nwhat is 172.17.0.1?`, ["route-source: 172.17.0.0/16 / docker0"]],
  [
    "ip route get",
    "10.96.0.10 via 192.168.1.1 dev eth0 src 192.168.1.12 uid 0\n    cache\nwhere does 10.96.0.10 go",
    ["route: eth0 / 192.168.1.1"],
  ],
  ["route -n", `${routeTable}\n\nwhere does 10.8.0.77 go?`, ["route 10.8.0.0/24: tun0 / 10.8.0.2"]],
  ["route -n, squeezed", `where does 172.17.5.5 go?\n${flat(routeTable)}`, ["route 172.17.0.0/16: docker0 /"]],
  [
    "netstat -rn of macOS",
    "Destination        Gateway            Flags        Netif Expire\ndefault            192.168.1.1        UGScg          en0\n100.64/10          link#22            UCS            utun3\n192.168.1          link#6             UCS            en0\n\nwhere does 100.100.3.4 go?",
    ["route 100.64.0.0/10: utun3 /"],
  ],
  ["no route in ip neighbour", "10.0.0.5 dev eth0 lladdr 02:42:ac:17:00:04 REACHABLE\nwho is 10.0.0.5?", []],
  ["docker network inspect", `who is 172.23.0.4?\n${networkInspect}`, ["container: shop-blackbox-1 /"]],
  [
    "docker network inspect, flat and fenced",
    `who is 172.23.0.3?\n\`\`\`json\n${flat(networkInspect)}\n\`\`\``,
    ["container: shop-db-1 /"],
  ],
  [
    "docker network inspect, on one line",
    `${networkInspect.replace(/\s+/g, "")}\nwho is 172.23.0.4?`,
    ["container: shop-blackbox-1 /"],
  ],
  ["its gateway", `${networkInspect}\nwho is 172.23.0.1?`, ["docker-gateway: shop_default /"]],
  ["its subnet", `${networkInspect}\nwho is 172.23.0.77?`, ["docker-subnet 172.23.0.0/16: shop_default /"]],
  ["docker inspect", `who is 172.23.0.5?\n${inspect}`, ["container: shop-web-1 / shop_default"]],
  ["docker inspect, the gateway", `who is 172.23.0.1?\n${flat(inspect)}`, ["docker-gateway: shop_default /"]],
  [
    "docker inspect -f",
    "/shop-web-1 - 172.23.0.5\n/shop-db-1 - 172.23.0.6\nwho is 172.23.0.6?",
    ["container: shop-db-1 /"],
  ],
  [
    "docker network inspect -f",
    "shop-db-1 172.23.0.3/16\nshop-blackbox-1 172.23.0.4/16\nwho is 172.23.0.4?",
    ["named: shop-blackbox-1 /"],
  ],
  [
    "lines in backticks",
    "`/shop-db-1 - 172.23.0.3`\n`/shop-web-1 - 172.23.0.4`\nwho is 172.23.0.4?",
    ["container: shop-web-1 /"],
  ],
  ["no name in a block of its own", "pod-cidr: 10.244.0.0/16\nwhat is 10.244.0.0/16?", []],
  ["/etc/hosts", "127.0.0.1 localhost\n10.0.0.5 db.internal db # main\nwhy 10.0.0.5?", ["host-name: db.internal /"]],
  [
    "hosts of CoreDNS",
    "what is 10.0.0.9?\n```\nhosts {\n  10.0.0.9 registry.example.com\n  fallthrough\n}\n```",
    ["host-name: registry.example.com /"],
  ],
  ["a sentence that begins with an address", "10.0.0.9 does not answer\nwhat is 10.0.0.9?", []],
  [
    "resolv.conf",
    "what is 10.96.0.10?\nsearch default.svc.cluster.local svc.cluster.local\nnameserver 10.96.0.10\noptions ndots:5",
    ["nameserver:  /"],
  ],
  [
    "resolvectl",
    "Current DNS Server: 192.168.1.1\n       DNS Servers: 192.168.1.1 9.9.9.9\nwhat is 9.9.9.9?",
    ["nameserver:  /"],
  ],
];
