import { describe, expect, test } from "@jest/globals";
import type { FlowKind } from "../../../src/core/knowledge/flow.ts";
import type { NetworkRole } from "../../../src/core/knowledge/network-role.ts";
import type { Place } from "../../../src/core/path/place.ts";
import { settlePlace } from "../../../src/core/path/settle-place.ts";
import { isWalk } from "../../../src/core/path/walk.ts";
import { walkFlow } from "../../../src/core/path/walk-flow.ts";
import { shippedFacts } from "./shipped-facts.ts";

/** What a page that was read says the receiver sees: whose address, and whose address stands in which header, if in any. */
type Documented = {
  readonly products: readonly string[];
  readonly flow: FlowKind;
  readonly place: Partial<Place>;
  readonly sees: NetworkRole;
  readonly header?: readonly [name: string, tells: NetworkRole];
  readonly url: string;
};

const lb = "internet-to-load-balancer";
const nodePort = "internet-to-node-port";
const ingress = "internet-to-ingress";
const local = { externalTrafficPolicy: "Local" } as const;
const ebpf = { dataplane: "ebpf" } as const;

const documented: readonly Documented[] = [
  // Inside a cluster
  {
    products: ["kubernetes"],
    flow: "pod-to-pod",
    place: {},
    sees: "pod",
    url: "https://kubernetes.io/docs/concepts/services-networking/",
  },
  {
    products: ["kubernetes"],
    flow: "pod-to-service",
    place: {},
    sees: "pod",
    url: "https://kubernetes.io/docs/tutorials/services/source-ip/",
  },
  {
    products: ["kubernetes"],
    flow: "pod-to-service",
    place: { serviceMasquerade: "all" },
    sees: "node",
    url: "https://kubernetes.io/docs/reference/command-line-tools-reference/kube-proxy/",
  },
  {
    products: ["kubernetes"],
    flow: "pod-to-service",
    place: { dataplane: "userland" },
    sees: "node",
    url: "https://github.com/kubernetes/website/commit/448e80731ea34bd15a3d59478e1db6c6947fec91",
  },
  {
    products: ["kubernetes"],
    flow: "node-to-service",
    place: {},
    sees: "node",
    url: "https://github.com/kubernetes/kubernetes/blob/01d7de5464ba38091b53e0a4d5077ddde9553c08/pkg/proxy/nftables/proxier.go",
  },
  {
    products: ["kubernetes"],
    flow: "hairpin",
    place: {},
    sees: "node",
    url: "https://github.com/kubernetes/kubernetes/blob/01d7de5464ba38091b53e0a4d5077ddde9553c08/pkg/proxy/nftables/proxier.go",
  },
  {
    products: ["kubernetes"],
    flow: "hairpin-load-balancer",
    place: {},
    sees: "node",
    url: "https://github.com/kubernetes/kubernetes/blob/01d7de5464ba38091b53e0a4d5077ddde9553c08/pkg/proxy/nftables/proxier.go",
  },
  {
    products: ["kubernetes"],
    flow: "hairpin-load-balancer",
    place: local,
    sees: "pod",
    url: "https://github.com/kubernetes/kubernetes/blob/01d7de5464ba38091b53e0a4d5077ddde9553c08/pkg/proxy/nftables/proxier.go",
  },
  {
    products: ["cilium"],
    flow: "pod-to-service",
    place: ebpf,
    sees: "pod",
    url: "https://github.com/cilium/cilium/blob/011b49409877295e4f48ed9438a6a4a6e769d2f3/Documentation/network/kubernetes/kubeproxy-free.rst",
  },
  {
    products: ["calico"],
    flow: "pod-to-node",
    place: {},
    sees: "node",
    url: "https://github.com/projectcalico/calico/blob/87c15906f20c4ca1fda55af92295e7678b0cc0b2/felix/rules/nat.go",
  },
  {
    products: ["flannel"],
    flow: "node-to-pod",
    place: {},
    sees: "transit",
    url: "https://github.com/flannel-io/flannel/blob/cdf760595c23292fd03ff4daf03638ac1ceef417/pkg/trafficmngr/iptables/iptables.go",
  },
  // Into a cluster
  {
    products: ["kubernetes"],
    flow: nodePort,
    place: {},
    sees: "node",
    url: "https://kubernetes.io/docs/tutorials/services/source-ip/",
  },
  {
    products: ["kubernetes"],
    flow: nodePort,
    place: local,
    sees: "client",
    url: "https://kubernetes.io/docs/tutorials/services/source-ip/",
  },
  {
    products: ["kubernetes"],
    flow: lb,
    place: {},
    sees: "node",
    url: "https://kubernetes.io/docs/tutorials/services/source-ip/",
  },
  {
    products: ["kubernetes"],
    flow: lb,
    place: local,
    sees: "client",
    url: "https://kubernetes.io/docs/tutorials/services/source-ip/",
  },
  {
    products: ["kubernetes"],
    flow: lb,
    place: { ...local, loadBalancer: "proxy" },
    sees: "load-balancer",
    url: "https://kubernetes.io/docs/tutorials/services/source-ip/",
  },
  {
    products: ["cilium"],
    flow: nodePort,
    place: ebpf,
    sees: "node",
    url: "https://github.com/cilium/cilium/blob/011b49409877295e4f48ed9438a6a4a6e769d2f3/Documentation/network/kubernetes/kubeproxy-free.rst",
  },
  {
    products: ["cilium"],
    flow: nodePort,
    place: { ...ebpf, nodePortReply: "direct" },
    sees: "client",
    url: "https://github.com/cilium/cilium/blob/011b49409877295e4f48ed9438a6a4a6e769d2f3/Documentation/network/kubernetes/kubeproxy-free.rst",
  },
  {
    products: ["cilium"],
    flow: nodePort,
    place: { ...ebpf, ...local },
    sees: "client",
    url: "https://github.com/cilium/cilium/blob/011b49409877295e4f48ed9438a6a4a6e769d2f3/Documentation/network/kubernetes/kubeproxy-free.rst",
  },
  {
    products: ["calico"],
    flow: nodePort,
    place: ebpf,
    sees: "client",
    url: "https://github.com/tigera/docs/blob/f2a2762432b54f20274d42c67bfa828d82872498/calico/about/kubernetes-training/about-ebpf.mdx",
  },
  {
    products: ["ovn-kubernetes"],
    flow: nodePort,
    place: {},
    sees: "join",
    url: "https://github.com/ovn-kubernetes/ovn-kubernetes/blob/8871cd9cec9c45d6da1baf9e3b06eb575f49039c/go-controller/pkg/ovn/gateway.go",
  },
  {
    products: ["metallb"],
    flow: lb,
    place: {},
    sees: "node",
    url: "https://github.com/metallb/metallb/blob/7938d3f89b8bd808dae2e42d97d6ae7e18e9ed54/website/content/usage/_index.md",
  },
  {
    products: ["metallb"],
    flow: lb,
    place: local,
    sees: "client",
    url: "https://github.com/metallb/metallb/blob/7938d3f89b8bd808dae2e42d97d6ae7e18e9ed54/website/content/usage/_index.md",
  },
  {
    products: ["k3s"],
    flow: lb,
    place: { loadBalancer: "rewrites-source", targets: "service" },
    sees: "pod",
    url: "https://github.com/k3s-io/klipper-lb/blob/75a20bed81c1c00e290f69b5b31fe28609b52cfd/entry",
  },
  {
    products: ["aws", "kubernetes"],
    flow: lb,
    place: { loadBalancer: "rewrites-source", targets: "pods" },
    sees: "load-balancer",
    url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html",
  },
  {
    products: ["google-cloud", "kubernetes"],
    flow: lb,
    place: local,
    sees: "client",
    url: "https://docs.cloud.google.com/load-balancing/docs/network/networklb-backend-service",
  },
  {
    products: ["ingress-nginx"],
    flow: ingress,
    place: local,
    sees: "proxy",
    header: ["X-Forwarded-For", "client"],
    url: "https://github.com/kubernetes/ingress-nginx/blob/dbb11b92ddb77bee9c35e462479129354c84f939/rootfs/etc/nginx/template/nginx.tmpl",
  },
  {
    products: ["ingress-nginx"],
    flow: ingress,
    place: {},
    sees: "proxy",
    header: ["X-Forwarded-For", "node"],
    url: "https://github.com/kubernetes/ingress-nginx/blob/dbb11b92ddb77bee9c35e462479129354c84f939/rootfs/etc/nginx/template/nginx.tmpl",
  },
  {
    products: ["ingress-nginx"],
    flow: ingress,
    place: { loadBalancer: "proxy", proxyProtocol: "on" },
    sees: "proxy",
    header: ["X-Forwarded-For", "client"],
    url: "https://kubernetes.io/docs/tutorials/services/source-ip/",
  },
  {
    products: ["cloudflare"],
    flow: ingress,
    place: {},
    sees: "proxy",
    header: ["CF-Connecting-IP", "client"],
    url: "https://github.com/cloudflare/cloudflare-docs/blob/1f2fee7828ed73bdae7403ad206b7c15349c1762/src/content/docs/fundamentals/concepts/cloudflare-ip-addresses.mdx",
  },
  {
    products: ["fly-io"],
    flow: ingress,
    place: {},
    sees: "proxy",
    header: ["Fly-Client-IP", "client"],
    url: "https://github.com/superfly/docs/blob/5c22c8cece71e1cf83fab3189c9f7301573f4d6e/networking/request-headers.html.md",
  },
  {
    products: ["railway"],
    flow: ingress,
    place: {},
    sees: "proxy",
    header: ["X-Real-IP", "client"],
    url: "https://github.com/railwayapp/docs/blob/c2a634f1b3891ac2947c2e875006d986748860a5/content/docs/networking/public-networking/specs-and-limits.md",
  },
  // Out of a cluster
  {
    products: ["cilium"],
    flow: "pod-to-internet",
    place: {},
    sees: "node",
    url: "https://github.com/cilium/cilium/blob/121a72dbdbed7f99c5deed8fec293cf6fb475b5d/Documentation/network/concepts/masquerading.rst",
  },
  {
    products: ["calico"],
    flow: "pod-to-internet",
    place: { masquerade: "off" },
    sees: "pod",
    url: "https://github.com/tigera/docs/blob/f2a2762432b54f20274d42c67bfa828d82872498/calico/networking/configuring/workloads-outside-cluster.mdx",
  },
  {
    products: ["eks"],
    flow: "pod-to-vpc",
    place: {},
    sees: "pod",
    url: "https://github.com/awsdocs/amazon-eks-user-guide/blob/4d52b4d05e3478582e7d10a73cbd9ba9194dd5f7/latest/ug/networking/eks-networking-add-ons.adoc",
  },
  {
    products: ["eks"],
    flow: "pod-to-vpc",
    place: { network: "connected" },
    sees: "node",
    url: "https://github.com/aws/amazon-vpc-cni-k8s/blob/b52188387f2e2f10bf289ace929d6a63b176a4fa/README.md",
  },
  {
    products: ["eks"],
    flow: "pod-to-internet",
    place: {},
    sees: "node",
    url: "https://github.com/aws/amazon-vpc-cni-k8s/blob/b52188387f2e2f10bf289ace929d6a63b176a4fa/README.md",
  },
  {
    products: ["gke"],
    flow: "pod-to-vpc",
    place: {},
    sees: "pod",
    url: "https://cloud.google.com/kubernetes-engine/docs/concepts/ip-masquerade-agent",
  },
  {
    products: ["gke"],
    flow: "pod-to-internet",
    place: {},
    sees: "node",
    url: "https://cloud.google.com/kubernetes-engine/docs/concepts/ip-masquerade-agent",
  },
  {
    products: ["aks"],
    flow: "pod-to-internet",
    place: {},
    sees: "load-balancer",
    url: "https://github.com/MicrosoftDocs/azure-aks-docs/blob/fb060abe6a8fef960d4c487b543bf7b1e97808fe/articles/aks/concepts-network-azure-cni-overlay.md",
  },
  {
    products: ["scaleway-kapsule"],
    flow: "pod-to-internet",
    place: { egress: "nat-gateway" },
    sees: "gateway",
    url: "https://github.com/scaleway/docs-content/blob/0b9bc65f2dc089a086f494c3eb4dc58ae3d1758e/pages/kubernetes/reference-content/secure-cluster-with-private-network.mdx",
  },
  // Through a mesh, a VPN, a bastion
  {
    products: ["istio", "kubernetes"],
    flow: "through-mesh",
    place: {},
    sees: "proxy",
    url: "https://github.com/istio/istio/blob/86c9f01fd735fb01d8192f5bcaf0d424afb7f14c/pilot/pkg/networking/core/cluster_builder.go",
  },
  {
    products: ["istio", "kubernetes"],
    flow: "through-mesh",
    place: { mesh: "sidecar-transparent" },
    sees: "pod",
    url: "https://github.com/istio/istio/blob/86c9f01fd735fb01d8192f5bcaf0d424afb7f14c/pilot/pkg/networking/core/listener_inbound.go",
  },
  {
    products: ["istio", "kubernetes"],
    flow: "through-mesh",
    place: { mesh: "ambient" },
    sees: "pod",
    url: "https://github.com/istio/ztunnel/blob/62d826530e5ce85764e309170205b293efcbc80b/src/proxy/inbound.rs",
  },
  {
    products: ["consul"],
    flow: "through-mesh",
    place: {},
    sees: "loopback",
    url: "https://github.com/hashicorp/consul-k8s/blob/a507b1d1e3061996dbed00cde73bba2bf068379f/control-plane/connect-inject/controllers/endpoints/endpoints_controller.go",
  },
  {
    products: ["tailscale"],
    flow: "through-vpn",
    place: {},
    sees: "gateway",
    url: "https://github.com/tailscale/tailscale/blob/de9ec7ee25627e0e518f53c710a3fc3d947c86c1/ipn/prefs.go",
  },
  {
    products: ["tailscale"],
    flow: "through-vpn",
    place: { vpn: "routed" },
    sees: "vpn",
    url: "https://github.com/tailscale/tailscale/blob/de9ec7ee25627e0e518f53c710a3fc3d947c86c1/ipn/prefs.go",
  },
  {
    products: ["openssh"],
    flow: "through-bastion",
    place: {},
    sees: "gateway",
    url: "https://github.com/openssh/openssh-portable/blob/0ef0f5a839831c213f24e3f2ae434765c607fb50/ssh_config.5",
  },
  // On one machine
  {
    products: ["docker"],
    flow: "host-port",
    place: {},
    sees: "client",
    url: "https://github.com/moby/moby/blob/b985e2313a8676e18072b442911fc8f64f17d440/daemon/libnetwork/drivers/bridge/internal/iptabler/port.go",
  },
  {
    products: ["docker"],
    flow: "host-port",
    place: { engine: "userland-proxy" },
    sees: "gateway",
    url: "https://github.com/moby/moby/blob/b985e2313a8676e18072b442911fc8f64f17d440/cmd/docker-proxy/tcp_proxy_linux.go",
  },
  {
    products: ["docker"],
    flow: nodePort,
    place: { engine: "swarm" },
    sees: "transit",
    url: "https://github.com/moby/moby/blob/b985e2313a8676e18072b442911fc8f64f17d440/daemon/libnetwork/service_linux.go",
  },
  {
    products: ["docker"],
    flow: "container-to-internet",
    place: {},
    sees: "node",
    url: "https://github.com/moby/moby/blob/b985e2313a8676e18072b442911fc8f64f17d440/daemon/libnetwork/drivers/bridge/internal/iptabler/network.go",
  },
  {
    products: ["docker"],
    flow: "container-to-host",
    place: {},
    sees: "bridge",
    url: "https://github.com/moby/moby/blob/b985e2313a8676e18072b442911fc8f64f17d440/daemon/libnetwork/drivers/bridge/internal/iptabler/network.go",
  },
  {
    products: ["docker"],
    flow: "host-to-container",
    place: {},
    sees: "gateway",
    url: "https://github.com/moby/moby/blob/b985e2313a8676e18072b442911fc8f64f17d440/daemon/libnetwork/drivers/bridge/internal/iptabler/wsl2.go",
  },
  {
    products: ["docker-desktop"],
    flow: "host-port",
    place: {},
    sees: "gateway",
    url: "https://docs.docker.com/desktop/features/networking/",
  },
  {
    products: ["podman"],
    flow: "host-port",
    place: {},
    sees: "client",
    url: "https://github.com/containers/podman/blob/c6580b4a5219c9efb9ab79a540637d8a58b736f8/docs/source/markdown/options/network.md",
  },
];

describe("walks agree with what was read", () => {
  test("there are forty at least, each with the page it was read from", () => {
    expect(documented.length).toBeGreaterThanOrEqual(40);
  });

  test.each(
    documented.map((row) => [`${row.products.join(" + ")}, ${row.flow} ${JSON.stringify(row.place)}`, row] as const),
  )("%s", (_, { products, flow, place, sees, header, url }) => {
    const facts = shippedFacts(...products);
    const walk = walkFlow(flow, settlePlace(flow, place, facts), facts);
    if (!isWalk(walk)) throw new Error(walk.reason);
    expect(walk.receiverSees.role).toBe(sees);
    const told = walk.clientIn.at(-1);
    expect(header && [told?.names.includes(header[0]), told?.tells.role]).toEqual(header && [true, header[1]]);
    const read = walk.decidedBy.flatMap(({ sources }) => sources.map((source) => source.url));
    expect(read).toContain(url);
  });
});
