import { roleTraits } from "../knowledge/network-role.ts";
import type { Party } from "./hop.ts";
import type { Walk } from "./walk.ts";

/** Whose address it is, as a sentence says it: "the client's address", "the calling pod's own address". */
export function nameParty(party: Party, { hops, flow }: Walk): string {
  const { role, owner } = party;
  if (owner === "sender")
    return role === "client" ? "the client's address" : `the ${hops[0]?.label ?? "sender"}'s own address`;
  if (flow === "hairpin" && owner === "receiver") return "its own address";
  const noun = roleTraits[role].noun;
  return role === "loopback"
    ? "a loopback address"
    : `the ${noun}'s address`.replace("network's address", "network address");
}
