import { formatAddress } from "../../../network/address.ts";
import { computedEvidence } from "../../evidence-of.ts";
import { type Piece, priorities } from "../../piece.ts";
import type { Situation } from "../../select/situation.ts";

const MOST_NAMES = 2;

/** The addresses that host names spell out, as `ip-10-0-1-23.ec2.internal` does. */
export function describeHostnames({ reading }: Situation): Piece[] {
  const speaking = reading.hostnames.flatMap(({ value: { name, encodes } }) => (encodes ? { name, encodes } : []));
  return speaking.slice(0, MOST_NAMES).map(({ name, encodes }, i) => {
    const text = `\`${name}\` spells out ${formatAddress(encodes)}.`;
    const evidence = [computedEvidence(`name-${name}`, text)];
    return { slot: "detail", priority: priorities.hostname + i, text, evidence };
  });
}
