/** One well-known default as its documentation has it: the product as people name it, an address of theirs, and its role. */
export type WellKnownDefault = readonly [product: string, address: string, role: string, url: string];

const k3s = "https://github.com/k3s-io/docs/blob/main/docs/cli/server.md";
const rke2 = "https://github.com/rancher/rke2-docs/blob/main/docs/reference/server_config.md";
const rke1 = "https://github.com/rancher/rke/blob/master/cluster/defaults.go";
const harvester =
  "https://github.com/harvester/harvester-installer/blob/master/pkg/config/templates/rancherd-10-harvester.yaml";
const mcr =
  "https://docs.mirantis.com/mke/current/install/plan-deployment/mcr-considerations/default-address-pools.html";
const mke = "https://docs.mirantis.com/mke/3.4/install/plan-deployment/mcr-considerations/kubernetes.html";
const eks =
  "https://docs.aws.amazon.com/sdk-for-kotlin/api/latest/eks/aws.sdk.kotlin.services.eks.model/-kubernetes-network-config-request/service-ipv4-cidr.html";
const kapsule = "https://github.com/scaleway/terraform-provider-scaleway/blob/master/internal/services/k8s/cluster.go";
const aks = "https://github.com/MicrosoftDocs/azure-aks-docs/blob/main/articles/aks/configure-dual-stack.md";
const kubespray = "https://github.com/kubernetes-sigs/kubespray/blob/master/docs/ansible/vars.md";
const k0s = "https://github.com/k0sproject/k0s/blob/main/docs/configuration.md";
const microk8s = "https://github.com/canonical/microk8s/blob/master/microk8s-resources/default-args/cni-env";
const kind = "https://github.com/kubernetes-sigs/kind/blob/main/site/content/docs/user/configuration.md";
const minikube = "https://github.com/kubernetes/minikube/blob/master/site/content/en/docs/commands/start.md";
const kubeOvn = "https://github.com/kubeovn/docs/blob/master/docs/advance/with-submariner.en.md";
const openshift = "https://github.com/openshift/api/blob/master/operator/v1/types_network.go";
const tailscale = "https://pkg.go.dev/tailscale.com/net/tsaddr";
const slirp = "https://github.com/rootless-containers/slirp4netns/blob/master/slirp4netns.1.md";
const lima = "https://github.com/lima-vm/lima/blob/master/website/content/en/docs/config/network/user.md";
const oke =
  "https://docs.oracle.com/en-us/iaas/tools/dotnet/latest/api/Oci.ContainerengineService.Models.KubernetesNetworkConfig.html";
const gardener = "https://github.com/gardener/gardener/blob/master/docs/usage/shoot/shoot_info_configmap.md";
const healthChecks = "https://cloud.google.com/load-balancing/docs/firewall-rules";
const imds = "https://docs.amazonaws.cn/AWSEC2/latest/DeveloperGuide/instancedata-data-retrieval.html";
const uks = "https://github.com/UpCloudLtd/uks-instructions/blob/main/KNOWN_ISSUES.md";
const kubeHetzner = "https://github.com/kube-hetzner/terraform-hcloud-kube-hetzner/blob/master/variables.tf";
const podIdentity = "https://github.com/aws/eks-pod-identity-agent/blob/main/configuration/config.go";

/**
 * Typed off the documentation, not off knowledge/, and with addresses picked by hand: what somebody who knows the product
 * expects to hear first.
 */
export const wellKnownDefaults: readonly WellKnownDefault[] = [
  ["docker", "172.17.0.5", "bridge", mcr],
  ["docker", "172.18.0.9", "bridge", mcr],
  ["k3s", "10.42.1.2", "pod", k3s],
  ["k3s", "10.43.7.7", "service", k3s],
  ["k3s", "10.43.0.10", "dns", k3s],
  ["rke2", "10.42.3.4", "pod", rke2],
  ["rke2", "10.43.3.4", "service", rke2],
  ["rke2", "10.43.0.10", "dns", rke2],
  ["rke1", "10.42.200.4", "pod", rke1],
  ["rke1", "10.43.200.4", "service", rke1],
  ["rke1", "10.43.0.10", "dns", rke1],
  ["harvester", "10.52.1.1", "pod", harvester],
  ["harvester", "10.53.1.1", "service", harvester],
  ["harvester", "10.53.0.10", "dns", harvester],
  ["mke", "192.168.5.5", "pod", mke],
  ["mke", "10.96.0.9", "service", mke],
  [
    "gke",
    "34.118.225.10",
    "service",
    "https://github.com/terraform-google-modules/terraform-google-kubernetes-engine/issues/1949",
  ],
  ["eks", "10.100.20.1", "service", eks],
  ["eks", "172.20.0.77", "service", eks],
  ["eks", "169.254.170.23", "metadata", podIdentity],
  ["eks", "fd00:ec2::23", "metadata", podIdentity],
  ["aws", "169.254.169.254", "metadata", imds],
  ["aws", "fd00:ec2::254", "metadata", imds],
  ["aws", "169.254.170.2", "metadata", "https://github.com/aws/amazon-ecs-agent/blob/master/README.md"],
  ["kubeadm", "10.96.7.1", "service", "https://kubernetes.io/docs/reference/setup-tools/kubeadm/kubeadm-init/"],
  ["scaleway-kapsule", "100.64.1.2", "pod", kapsule],
  ["kapsule", "10.32.3.5", "service", kapsule],
  ["kapsule", "10.32.0.10", "dns", kapsule],
  ["aks", "10.244.1.5", "pod", aks],
  ["aks", "10.0.7.20", "service", aks],
  ["aks", "fd12:3456:789a::5", "pod", aks],
  ["aks", "fd12:3456:789a:1::5", "service", aks],
  [
    "azure",
    "168.63.129.16",
    "dns",
    "https://github.com/MicrosoftDocs/azure-aks-docs/blob/main/articles/aks/private-clusters.md",
  ],
  ["kubespray", "10.233.64.9", "pod", kubespray],
  ["kubespray", "10.233.10.5", "service", kubespray],
  ["kops", "100.64.0.44", "service", "https://github.com/kubernetes/kops/blob/master/docs/releases/1.28-NOTES.md"],
  ["k0s", "10.244.3.3", "pod", k0s],
  ["k0s", "10.96.2.2", "service", k0s],
  ["microk8s", "10.1.5.5", "pod", microk8s],
  ["microk8s", "10.152.183.44", "service", microk8s],
  ["kind", "10.244.0.7", "pod", kind],
  ["kind", "10.96.0.44", "service", kind],
  ["kind", "fd00:10:244::9", "pod", kind],
  ["kind", "fd00:10:96::9", "service", kind],
  ["minikube", "10.96.3.3", "service", minikube],
  ["minikube", "192.168.49.2", "node", minikube],
  ["flannel", "10.244.4.4", "pod", "https://github.com/flannel-io/flannel/blob/master/Documentation/kube-flannel.yml"],
  ["calico", "192.168.77.7", "pod", "https://docs.tigera.io/calico-cloud/networking/ipam/initial-ippool"],
  ["weave-net", "10.32.0.5", "pod", "https://github.com/weaveworks/weave/blob/master/site/kubernetes/kube-addon.md"],
  ["kube-ovn", "10.16.0.9", "pod", kubeOvn],
  ["kube-ovn", "100.64.0.9", "join", kubeOvn],
  [
    "kube-router",
    "10.96.4.4",
    "service",
    "https://github.com/cloudnativelabs/kube-router/blob/master/docs/user-guide.md",
  ],
  [
    "ovn-kubernetes",
    "169.254.169.2",
    "masquerade",
    "https://github.com/ovn-kubernetes/ovn-kubernetes/blob/master/docs/design/host-to-node-port-hairpin-trafficflow.md",
  ],
  [
    "openshift",
    "10.128.3.4",
    "pod",
    "https://docs.redhat.com/zh-cn/documentation/openshift_container_platform/4.19/html/networking_overview/pod-cidr-description",
  ],
  [
    "openshift",
    "172.30.44.1",
    "service",
    "https://docs.rackn.io/stable/resources/objects/params/openshift-network-serviceNetwork",
  ],
  ["openshift", "100.64.0.5", "join", openshift],
  ["openshift", "100.88.0.5", "transit", openshift],
  ["openshift", "169.254.3.2", "masquerade", openshift],
  ["tailscale", "100.101.102.103", "vpn", tailscale],
  ["tailscale", "100.100.100.100", "dns", tailscale],
  ["tailscale", "fd7a:115c:a1e0::53", "dns", tailscale],
  ["headscale", "100.64.0.3", "vpn", "https://github.com/juanfont/headscale/blob/main/config-example.yaml"],
  [
    "netbird",
    "100.90.1.1",
    "vpn",
    "https://github.com/netbirdio/docs/blob/main/src/pages/about-netbird/how-netbird-works.mdx",
  ],
  [
    "podman",
    "10.88.0.9",
    "bridge",
    "https://github.com/containers/podman/blob/main/docs/source/markdown/options/ip.md",
  ],
  ["slirp4netns", "10.0.2.2", "gateway", slirp],
  ["slirp4netns", "10.0.2.3", "dns", slirp],
  ["cri-o", "10.85.0.5", "pod", "https://github.com/cri-o/cri-o/blob/main/tutorials/kubeadm.md"],
  ["lima", "192.168.5.15", "node", lima],
  ["lima", "192.168.5.2", "gateway", lima],
  ["lima", "192.168.5.3", "dns", lima],
  [
    "nomad",
    "172.26.64.9",
    "bridge",
    "https://github.com/hashicorp/nomad/blob/main/client/allocrunner/networking_bridge_linux.go",
  ],
  ["libvirt", "192.168.122.50", "bridge", "https://gist.github.com/scottslowe/9936499"],
  ["wsl2", "10.255.255.254", "dns", "https://github.com/MicrosoftDocs/WSL/blob/main/WSL/wsl-config.md"],
  ["istio", "169.254.7.127", "health-check", "https://github.com/istio/istio/blob/master/cni/pkg/iptables/iptables.go"],
  ["google-cloud", "35.191.3.3", "health-check", healthChecks],
  ["google-cloud", "130.211.0.9", "health-check", healthChecks],
  ["oracle-oke", "10.244.1.1", "pod", oke],
  ["oracle-oke", "10.96.1.1", "service", oke],
  ["gardener", "100.96.5.5", "pod", gardener],
  ["gardener", "100.64.5.5", "service", gardener],
  [
    "hetzner",
    "10.244.9.9",
    "pod",
    "https://github.com/hetznercloud/hcloud-cloud-controller-manager/blob/main/docs/explanation/private-networks.md",
  ],
  ["hetzner", "10.42.9.9", "pod", kubeHetzner],
  ["hetzner", "10.43.9.9", "service", kubeHetzner],
  ["upcloud", "10.128.0.9", "service", uks],
  ["upcloud", "172.31.240.5", "control-plane", uks],
  [
    "cloud-foundry",
    "10.255.3.3",
    "pod",
    "https://github.com/cloudfoundry/silk-release/blob/develop/docs/02-configuring-this-release.md",
  ],
  [
    "charmed-kubernetes",
    "10.152.183.9",
    "service",
    "https://github.com/charmed-kubernetes/kubernetes-docs/blob/main/pages/k8s/1.17/charm-kubernetes-master.md",
  ],
  [
    "charmed-kubernetes",
    "192.168.3.3",
    "pod",
    "https://github.com/charmed-kubernetes/kubernetes-docs/blob/main/pages/k8s/1.17/charm-calico.md",
  ],
  [
    "alibaba-ack",
    "100.100.100.200",
    "metadata",
    "https://github.com/canonical/cloud-init/blob/main/doc/rtd/reference/datasources/aliyun.rst",
  ],
  ["fly-io", "fdaa::3", "dns", "https://github.com/superfly/docs/blob/main/apps/info.html.md"],
];
