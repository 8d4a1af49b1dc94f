import type { Fact } from "../../../knowledge/fact.ts";
import type { Knowledge } from "../../../knowledge/knowledge.ts";
import { formatAddress } from "../../../network/address.ts";
import { type Cidr, formatCidr } from "../../../network/cidr.ts";
import { suggestFreeBlock } from "../../../network/overlap.ts";
import { evidenceOfFact } from "../../evidence-of.ts";
import type { Situation } from "../../select/situation.ts";
import type { Advice, Code } from "../advice.ts";
import { takenRanges, wantsOtherRange } from "../other-range.ts";
import { type Setting, writeYamlTree } from "../write-yaml-tree.ts";

const LENGTH = 16;
/** The tenth address, as in k3s's own default 10.43.0.10. */
const DNS_OFFSET = 10n;

/** How a product takes its options: as flags of a program, or in a file, there as one value or as a list of values. */
type Form = { readonly flagsOf: string } | { readonly file: "value" | "list" };

/** Only products whose facts give the whole name of the option: `spec.network.podCIDR`, not merely `podSubnets`. */
const forms: Readonly<Record<string, Form>> = {
  k3s: { flagsOf: "k3s server" },
  minikube: { flagsOf: "minikube start" },
  rke2: { file: "value" },
  kubespray: { file: "value" },
  k0s: { file: "value" },
  kubernetes: { file: "value" },
  "eks-anywhere": { file: "list" },
  cilium: { file: "list" },
};

/** Ranges for a new cluster of the named product that keep clear of all that the thread names. */
export function adviseClusterRanges(situation: Situation): Advice | undefined {
  const { reading, knowledge } = situation;
  const place = reading.products.map(({ product }) => product).find((product) => forms[product] !== undefined);
  const form = place === undefined ? undefined : forms[place];
  if (place === undefined || !form || !wantsOtherRange(situation)) return undefined;
  // The options of plain Kubernetes are kubeadm's.
  if (place === "kubernetes" && !/\bkubeadm\b/i.test(reading.text)) return undefined;
  const { given, known } = takenRanges(situation);
  const pods = suggestFreeBlock(given, known, LENGTH);
  const services = pods && suggestFreeBlock([...given, pods], known, LENGTH);
  const settings = pods && services ? settingsOf(place, pods, services, knowledge) : [];
  return given.length > 0 && settings.length > 0 ? advice(form, settings) : undefined;
}

type RangeSetting = Setting & { readonly fact: Fact };

/** The options for pods, Services and, where it has to follow, the cluster DNS; each with the fact that documents it. */
function settingsOf(place: string, pods: Cidr, services: Cidr, { facts }: Knowledge): RangeSetting[] {
  const dns = formatAddress({ ...services.address, value: services.address.value + DNS_OFFSET });
  const values = { pods: formatCidr(pods), services: formatCidr(services), "dns-service": dns };
  return Object.entries(values).flatMap(([name, value]) => {
    const fact = facts.get(`${place}/${name}`);
    const option = fact?.configurableBy?.when === "creation" ? fact.configurableBy.option : undefined;
    const isSet = option !== undefined && (name !== "dns-service" || option.endsWith("cluster-dns"));
    return fact && isSet ? [{ fact, name: option, value }] : [];
  });
}

function advice(form: Form, settings: readonly RangeSetting[]): Advice {
  return {
    text: "For a new cluster, clear of all ranges named here (check your other networks too):",
    code: write(form, settings),
    sets: settings.map(({ name }) => name),
    values: `Free of the ranges named here: ${settings.map(sayLevels).join(", ")}.`,
    documented: settings.map(({ fact }) => evidenceOfFact(fact)),
  };
}

/** The value, and each level of the option's name by itself. */
function sayLevels({ name, value }: Setting): string {
  return `${value} for ${name.split(".").join(" ")}`;
}

function write(form: Form, settings: readonly Setting[]): Code {
  if ("flagsOf" in form)
    return { command: [form.flagsOf, ...settings.map(({ name, value }) => `${name}=${value}`)].join(" ") };
  const values = form.file === "list" ? settings.map(({ name, value }) => ({ name, value: `[${value}]` })) : settings;
  return { snippet: { language: "yaml", text: writeYamlTree(values) } };
}
