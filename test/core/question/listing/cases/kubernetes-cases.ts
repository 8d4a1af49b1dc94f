import type { ListingCase } from "./listing-case.ts";

const pods = `NAME                     READY   STATUS    RESTARTS      AGE     IP             NODE       NOMINATED NODE   READINESS GATES
web-7d4b9c6f5-x2x9z      1/1     Running   3 (2d4h ago)  12d     10.244.1.8     worker-2   <none>           <none>
web-7d4b9c6f5-p8k2m      1/1     Running   0             12d     10.244.2.19    worker-3   <none>           <none>
batch-28391-qqx          0/1     Pending   0             3s      <none>         <none>     <none>           <none>
node-exporter-9tq4v      1/1     Running   0             12d     192.168.1.12   worker-2   <none>           <none>`;

const nodes = `NAME       STATUS   ROLES           AGE   VERSION   INTERNAL-IP    EXTERNAL-IP   OS-IMAGE             KERNEL-VERSION     CONTAINER-RUNTIME
cp-1       Ready    control-plane   90d   v1.29.3   192.168.1.10   <none>        Ubuntu 22.04.4 LTS   5.15.0-101-generic containerd://1.7.13
worker-2   Ready    <none>          90d   v1.29.3   192.168.1.12   203.0.113.9   Ubuntu 22.04.4 LTS   5.15.0-101-generic containerd://1.7.13`;

const services = `NAMESPACE     NAME         TYPE           CLUSTER-IP      EXTERNAL-IP                PORT(S)                      AGE
default       kubernetes   ClusterIP      10.96.0.1       <none>                     443/TCP                      90d
default       db           ClusterIP      None            <none>                     5432/TCP                     20d
kube-system   kube-dns     ClusterIP      10.96.0.10      <none>                     53/UDP,53/TCP,9153/TCP       90d
ingress       nginx        LoadBalancer   10.101.22.7     203.0.113.40,203.0.113.41  80:31080/TCP,443:31443/TCP   80d`;

/** What a chat makes of a table: each run of spaces is one. */
const squeeze = (text: string) => text.replace(/ +/g, " ");
const fence = (text: string) => `\`\`\`\n${text}\n\`\`\``;

export const kubernetesCases: readonly ListingCase[] = [
  ["a table on one line", `${pods.replace(/\s+/g, " ")} who is 10.244.2.19?`, ["pod: web-7d4b9c6f5-p8k2m / worker-3"]],
  ["Services on one line", `${services.replace(/\s+/g, " ")} who is 10.96.0.10?`, ["service: kube-dns /"]],
  ["a pod in a code block", `who is 10.244.1.8?\n${fence(pods)}`, ["pod: web-7d4b9c6f5-x2x9z / worker-2"]],
  ["a pod, nothing fenced", `who is 10.244.2.19?\n\n${pods}`, ["pod: web-7d4b9c6f5-p8k2m / worker-3"]],
  ["a pod, spaces squeezed", `${squeeze(pods)}\nwho is 10.244.1.8`, ["pod: web-7d4b9c6f5-x2x9z / worker-2"]],
  [
    "a fence that opens within the line",
    `is 10.244.2.19 a pod? \`\`\`${squeeze(pods)}\`\`\``,
    ["pod: web-7d4b9c6f5-p8k2m / worker-3"],
  ],
  [
    "Slack's escapes",
    `is 10.244.2.19 a pod?\n${squeeze(pods).replaceAll("<", "&lt;").replaceAll(">", "&gt;")}`,
    ["pod: web-7d4b9c6f5-p8k2m / worker-3"],
  ],
  ["a forum's quote", `${pods.replace(/^/gm, "> ")}\n\nIs 10.244.1.8 a pod?`, ["pod: web-7d4b9c6f5-x2x9z / worker-2"]],
  [
    "a row without its header",
    "web-0 1/1 Running 0 5d 10.42.0.9 k3s-1 <none> <none>\nwhat is 10.42.0.9",
    ["pod: web-0 / k3s-1"],
  ],
  [
    "a row with its namespace and no header",
    "shop web-0 1/1 Running 0 5d 10.42.0.9 k3s-1 <none> <none>\nwhat is 10.42.0.9",
    ["pod: web-0 / k3s-1"],
  ],
  [
    "a pod and its node",
    `is 192.168.1.12 node or pod?\n${fence(`${pods}\n\n${nodes}`)}`,
    ["host-network: node-exporter-9tq4v / worker-2"],
  ],
  [
    "the same, squeezed and bare",
    `is 192.168.1.12 node or pod?\n${squeeze(`${pods}\n${nodes}`)}`,
    ["host-network: node-exporter-9tq4v / worker-2"],
  ],
  ["a node", `${nodes}\n\nwhat is 192.168.1.10?`, ["node: cp-1 /"]],
  ["a node's other address", `${squeeze(nodes)}\n\nwhat is 203.0.113.9?`, ["node-external: worker-2 /"]],
  ["a Service", `whose is 10.96.0.10?\n${services}`, ["service: kube-dns /"]],
  ["a Service, squeezed", `${fence(squeeze(services))} whose is 10.96.0.10?`, ["service: kube-dns /"]],
  ["one of two external addresses", `${services}\nwhat is 203.0.113.41?`, ["service-external: nginx /"]],
  [
    "a Service's row alone",
    "what is 10.43.0.10 here\nkube-dns ClusterIP 10.43.0.10 <none> 53/UDP,53/TCP 20d",
    ["service: kube-dns /"],
  ],
  [
    "kubectl get all",
    "what is 10.43.99.3?\nservice/web ClusterIP 10.43.99.3 <none> 80/TCP 20d",
    ["service: service/web /"],
  ],
  [
    "an Ingress",
    "NAME   CLASS   HOSTS                               ADDRESS        PORTS     AGE\nshop   nginx   a.example.com,b.example.com + 1 more...   203.0.113.40   80, 443   9d\n\nwhat is 203.0.113.40",
    ["ingress: shop /"],
  ],
  [
    "endpoints",
    "NAME ENDPOINTS AGE\nweb 10.244.1.8:8080,10.244.2.19:8080 + 2 more... 9d\n\nwhy is 10.244.2.19 there?",
    ["endpoint: web /"],
  ],
  [
    "an endpoint slice",
    "NAME ADDRESSTYPE PORTS ENDPOINTS AGE\nweb-abc12 IPv4 8080 10.244.1.8,10.244.2.19 9d\n\nwho is 10.244.1.8?",
    ["endpoint: web-abc12 /"],
  ],
  ["chosen columns", "NAME IP\nweb-0 10.244.1.8\nweb-1 10.244.1.9\n\nwho is 10.244.1.9?", ["named: web-1 /"]],
  [
    "gcloud's empty column",
    "NAME ZONE MACHINE_TYPE PREEMPTIBLE INTERNAL_IP EXTERNAL_IP STATUS\nbastion europe-west1-b e2-small 10.132.0.4 34.77.1.2 RUNNING\n\nwhat is 10.132.0.4?",
    ["machine: bastion /"],
  ],
  [
    "two pods of one address",
    "a-1 1/1 Running 0 5d 10.0.0.4 n1 <none> <none>\nb-1 1/1 Running 0 5d 10.0.0.4 n1 <none> <none>\nwho is 10.0.0.4?",
    ["pod: a-1,b-1 / n1"],
  ],
  ["an address that is not in the table", `who is 10.244.1.80?\n${fence(pods)}`, []],
  ["a pod without an address", `who is batch-28391-qqx, which ip?\n${fence(pods)}`, []],
  [
    "a pod by its name",
    `why is web-7d4b9c6f5-p8k2m at that address?\n${fence(pods)}`,
    ["pod: web-7d4b9c6f5-p8k2m / worker-3"],
  ],
  ["prose that looks like a row", `${fence(nodes)}\nweb is now up for the address 10.9.9.9 I think`, []],
  [
    "describe pod",
    "what is 10.244.1.8?\nName:             web-x2x9z\nNamespace:        default\nService Account:  default\nNode:             worker-2/192.168.1.12\nStatus:           Running\nIP:               10.244.1.8\nIPs:\n  IP:           10.244.1.8\nControlled By:  ReplicaSet/web",
    ["pod: web-x2x9z / worker-2"],
  ],
  [
    "describe pod, of the node",
    "is 192.168.1.12 node or pod\n```Name: web-x2x9z\nNamespace: default\nNode: worker-2/192.168.1.12\nIP: 10.244.1.8```",
    ["node-of-pod: web-x2x9z / worker-2"],
  ],
  [
    "describe pod on the host network",
    "who has 192.168.1.12\nName: proxy-9tq4v\nNamespace: kube-system\nNode: worker-2/192.168.1.12\nIP: 192.168.1.12",
    ["host-network: proxy-9tq4v / worker-2"],
  ],
  [
    "describe node",
    "is 10.244.1.5 from this node?\n```\nName:               worker-2\nRoles:              <none>\nAddresses:\n  InternalIP:  192.168.1.12\n  Hostname:    worker-2\nPodCIDR:                      10.244.1.0/24\nPodCIDRs:                     10.244.1.0/24\n```",
    ["pod-block: worker-2 /"],
  ],
  [
    "describe svc, its endpoint",
    "what is 10.244.2.9\n\nName:              web\nNamespace:         shop\nType:              ClusterIP\nIP Family Policy:  SingleStack\nIP:                10.96.12.7\nIPs:               10.96.12.7\nPort:              http  80/TCP\nEndpoints:         10.244.1.8:8080,10.244.2.9:8080",
    ["endpoint: web /"],
  ],
  [
    "describe svc, its own address",
    "what is 10.96.12.7\n```\nName: web\nNamespace: shop\nType: LoadBalancer\nIP: 10.96.12.7\nLoadBalancer Ingress: 203.0.113.7 (VIP)\n```",
    ["service: web /"],
  ],
  [
    "describe svc, its load balancer",
    "what is 203.0.113.7\n```\nName: web\nNamespace: shop\nType: LoadBalancer\nIP: 10.96.12.7\nLoadBalancer Ingress: 203.0.113.7 (VIP)\n```",
    ["service-external: web /"],
  ],
  [
    "YAML of a pod",
    "who is 10.244.1.8?\n```yaml\napiVersion: v1\nkind: Pod\nmetadata:\n  labels:\n    name: label-name\n  name: web-x2x9z\n  namespace: default\n  ownerReferences:\n  - apiVersion: apps/v1\n    kind: ReplicaSet\n    name: web-7d4b\nspec:\n  containers:\n  - name: nginx\nstatus:\n  hostIP: 192.168.1.12\n  podIP: 10.244.1.8\n  podIPs:\n  - ip: 10.244.1.8\n```",
    ["pod: web-x2x9z /"],
  ],
  [
    "YAML that lost its indentation",
    "is 192.168.1.12 a pod?\nkind: Pod\nmetadata:\nname: web-x2x9z\nlabels:\nname: other\nspec:\ncontainers:\n- name: nginx\nstatus:\nhostIP: 192.168.1.12\npodIP: 10.244.1.8",
    ["node-of-pod: web-x2x9z /"],
  ],
  [
    "minified JSON",
    `whose is 10.96.12.7? {"apiVersion":"v1","kind":"Service","metadata":{"labels":{"name":"x"},"name":"web","namespace":"shop"},"spec":{"clusterIP":"10.96.12.7","clusterIPs":["10.96.12.7"]}}`,
    ["service: web /"],
  ],
  [
    "JSON of a node",
    `{\n "kind": "Node",\n "metadata": {\n "name": "worker-2",\n "uid": "x"\n },\n "spec": {\n "podCIDR": "10.244.1.0/24"\n },\n "status": {\n "addresses": [\n {\n "address": "192.168.1.12",\n "type": "InternalIP"\n }\n ]\n }\n}\nwhat is 192.168.1.12?`,
    ["node: worker-2 /"],
  ],
  [
    "YAML of Endpoints",
    "why does 10.244.1.8 get traffic?\n```\nkind: Endpoints\nmetadata:\n  name: web\nsubsets:\n- addresses:\n  - ip: 10.244.1.8\n    nodeName: worker-2\n    targetRef:\n      kind: Pod\n      name: web-x2x9z\n```",
    ["endpoint: web /"],
  ],
];
