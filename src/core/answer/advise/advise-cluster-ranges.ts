import type { Evidence } from "../../evidence/evidence.ts";
import { formatAddress } from "../../network/address.ts";
import { type Cidr, formatCidr } from "../../network/cidr.ts";
import { suggestFreeBlock } from "../../network/overlap.ts";
import { evidenceOfFact } from "../evidence-of.ts";
import type { Situation } from "../select/situation.ts";
import type { Advice, Code } from "./advice.ts";
import { takenRanges, wantsOtherRange } from "./other-range.ts";

/** How a product is told its ranges: by the options of its own facts, put together here. */
type Form = {
  readonly facts: readonly string[];
  readonly sets: readonly string[];
  /** The pod range, the Service range, and an address of the latter for the cluster DNS. */
  readonly write: (pods: string, services: string, dns: string) => Code;
};

const POD_LENGTH = 16;
const SERVICE_LENGTH = 16;
/** The tenth address, as in k3s's own default: 10.43.0.10. */
const DNS_OFFSET = 10n;

const yaml = (...lines: readonly string[]): Code => ({ snippet: { language: "yaml", text: lines.join("\n") } });

const forms: Readonly<Record<string, Form>> = {
  k3s: {
    facts: ["k3s/pods", "k3s/services", "k3s/dns-service"],
    sets: ["--cluster-cidr", "--service-cidr", "--cluster-dns"],
    write: (pods, services, dns) => ({
      command: `k3s server --cluster-cidr=${pods} --service-cidr=${services} --cluster-dns=${dns}`,
    }),
  },
  rke2: {
    facts: ["rke2/pods", "rke2/services"],
    sets: ["cluster-cidr", "service-cidr"],
    write: (pods, services) => yaml(`cluster-cidr: ${pods}`, `service-cidr: ${services}`),
  },
  kubespray: {
    facts: ["kubespray/pods", "kubespray/services"],
    sets: ["kube_pods_subnet", "kube_service_addresses"],
    write: (pods, services) => yaml(`kube_pods_subnet: ${pods}`, `kube_service_addresses: ${services}`),
  },
  k0s: {
    facts: ["k0s/pods", "k0s/services"],
    sets: ["podCIDR", "serviceCIDR"],
    write: (pods, services) => yaml("spec:", "  network:", `    podCIDR: ${pods}`, `    serviceCIDR: ${services}`),
  },
  "eks-anywhere": {
    facts: ["eks-anywhere/pods", "eks-anywhere/services"],
    sets: ["clusterNetwork", "pods", "services", "cidrBlocks"],
    write: (pods, services) =>
      yaml("clusterNetwork:", "  pods:", `    cidrBlocks: [${pods}]`, "  services:", `    cidrBlocks: [${services}]`),
  },
  cilium: {
    facts: ["cilium/pods"],
    sets: ["clusterPoolIPv4PodCIDRList"],
    write: (pods) => yaml("ipam:", "  operator:", `    clusterPoolIPv4PodCIDRList: [${pods}]`),
  },
};

/** Ranges for a new cluster of the named product that keep clear of all that the thread names. */
export function adviseClusterRanges(situation: Situation): Advice | undefined {
  const { reading, knowledge } = situation;
  const form = reading.products.map(({ product }) => forms[product]).find((found) => found !== undefined);
  if (!form || !wantsOtherRange(situation)) return undefined;
  const { given, known } = takenRanges(situation);
  const pods = suggestFreeBlock(given, known, POD_LENGTH);
  const services = pods && suggestFreeBlock([...given, pods], known, SERVICE_LENGTH);
  const facts = form.facts.flatMap((id) => knowledge.facts.get(id) ?? []);
  if (given.length === 0 || !pods || !services || facts.length < form.facts.length) return undefined;
  return advice(form, pods, services, facts.map(evidenceOfFact));
}

function advice({ sets, write, facts }: Form, pods: Cidr, services: Cidr, documented: readonly Evidence[]): Advice {
  const dns = formatAddress({ ...services.address, value: services.address.value + DNS_OFFSET });
  const code = write(formatCidr(pods), formatCidr(services), dns);
  const values = [formatCidr(pods), formatCidr(services), dns].slice(0, facts.length);
  return {
    text: "For a new cluster, clear of all ranges named here (check your other networks too):",
    code,
    sets,
    values: `Free of the ranges named here: ${values.join(", ")}.`,
    documented,
  };
}
