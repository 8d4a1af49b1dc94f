import { formatAddress } from "../../../network/address.ts";
import { type Cidr, formatCidr } from "../../../network/cidr.ts";
import { suggestFreeBlock } from "../../../network/overlap.ts";
import type { Situation } from "../../select/situation.ts";
import type { Advice } from "../advice.ts";
import { documentedForm } from "../documented-form.ts";
import { takenRanges, wantsOtherRange } from "../other-range.ts";

const POOL_LENGTH = 16;
const NETWORK_LENGTH = 24;
const namesDefaultBridge = /\bdocker0\b|\bbip\b|\bdefault bridge\b|\b172\.17\./i;

/** The pools of Docker moved to a private block that nothing named in the thread uses. */
export function adviseDockerPools(situation: Situation): Advice | undefined {
  const { reading, knowledge } = situation;
  if (!reading.products.some(({ product }) => product === "docker") || !wantsOtherRange(situation)) return undefined;
  const { given, known } = takenRanges(situation);
  const pool = suggestFreeBlock(given, known, POOL_LENGTH);
  const bridge =
    pool && namesDefaultBridge.test(reading.text)
      ? suggestFreeBlock([...given, pool], known, NETWORK_LENGTH)
      : undefined;
  const documented = documentedForm(knowledge, [
    "docker/network-pools",
    "docker/default-bridge",
    "docker-address-pools#`base`",
  ]);
  return given.length > 0 && pool && documented ? advice(pool, bridge, documented) : undefined;
}

function advice(pool: Cidr, bridge: Cidr | undefined, documented: Advice["documented"]): Advice {
  const bip = bridge && `${formatAddress({ ...bridge.address, value: bridge.address.value + 1n })}/${NETWORK_LENGTH}`;
  const pools = `"default-address-pools": [{"base": "${formatCidr(pool)}", "size": ${NETWORK_LENGTH}}]`;
  const lines = bip ? ["{", `  "bip": "${bip}",`, `  ${pools}`, "}"] : [`{${pools}}`];
  return {
    text: "For `/etc/docker/daemon.json`, free of all ranges named here; restart Docker, then create the networks anew:",
    code: { snippet: { language: "json", text: lines.join("\n") } },
    sets: ["default-address-pools", "base", "size", ...(bip ? ["bip"] : [])],
    values: `Free of the ranges named here: ${formatCidr(pool)}, in networks of size ${NETWORK_LENGTH}${bip ? `, and ${bip} for docker0` : ""}.`,
    documented,
  };
}
