import { parseAddress } from "../../../../src/core/network/address.ts";
import { drawWalk } from "../../../../src/core/path/draw/draw-walk.ts";
import type { Drawing } from "../../../../src/core/path/draw/drawing.ts";
import { locateParty } from "../../../../src/core/path/locate-party.ts";
import type { Walk } from "../../../../src/core/path/walk.ts";
import { everyWalk } from "../every-walk.ts";

export const senderAddress = "2001:db8:1234:5678:9abc:def0:1234:5678";

/** Every walk as it is, and with the longest of addresses at its sender; of walks that look alike, one. */
export const everyDrawing: readonly { readonly walk: Walk; readonly drawing: Drawing }[] = [
  ...new Map(
    everyWalk
      .flatMap((walk) => [walk, withSender(walk)])
      .map((walk) => {
        const drawing = drawWalk(walk);
        return [JSON.stringify(drawing), { walk, drawing }] as const;
      }),
  ).values(),
];

function withSender(walk: Walk): Walk {
  const sender = walk.hops[0]?.before.source;
  const address = parseAddress(senderAddress);
  return sender && address ? locateParty(walk, sender, address) : walk;
}
