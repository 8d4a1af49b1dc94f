import { type NetworkRole, roleTraits } from "../../knowledge/network-role.ts";
import { telling } from "../../question/telling-words.ts";

/** What stands in the nouns of several roles, and in any talk of networks. */
const generic = telling("internal network pool");

const wordsOfRole: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(roleTraits).map(([role, { noun }]) => [role, telling(noun).difference(generic)]),
);

/** Whether telling words name a role: "the Service range" does. */
export function isRoleNamed(role: NetworkRole, words: ReadonlySet<string>): boolean {
  return wordsOfRole.get(role)?.isDisjointFrom(words) === false;
}
