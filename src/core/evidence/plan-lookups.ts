import { formatAddress } from "../network/address.ts";
import { firstAddress } from "../network/cidr.ts";
import type { Audience } from "../question/audience.ts";
import type { Reading } from "../question/reading.ts";
import type { ClusterLookup } from "./cluster-lookup.ts";
import { mayUse } from "./data-scope.ts";

/** More lookups than this would make the asker wait for little. */
const MOST_LOOKUPS = 6;

/** `<service>.<namespace>.svc…`: the names the cluster's own DNS gives to Services. */
const serviceName = /^([a-z0-9-]+)\.([a-z0-9-]+)\.svc(?:\.|$)/;

/** The looks at a cluster that this question is worth; none where the audience may not see live data. */
export function planLookups(reading: Reading, audience: Audience): ClusterLookup[] {
  if (!mayUse(audience, "live-cluster")) return [];
  const addresses = reading.subjects
    .filter((subject) => subject.kind === "address")
    .map(({ block }): ClusterLookup => ({ kind: "address-holder", address: formatAddress(firstAddress(block)) }));
  const services = reading.hostnames.flatMap(({ value }): ClusterLookup[] => {
    const [, name, namespace] = serviceName.exec(value.name) ?? [];
    return name && namespace ? [{ kind: "service-by-name", name, namespace }] : [];
  });
  return [...addresses, ...services].slice(0, MOST_LOOKUPS);
}
