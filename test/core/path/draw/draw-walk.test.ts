import { describe, expect, test } from "@jest/globals";
import type { FlowKind } from "../../../../src/core/knowledge/flow.ts";
import { parseAddress } from "../../../../src/core/network/address.ts";
import { drawWalk } from "../../../../src/core/path/draw/draw-walk.ts";
import type { Drawing, DrawnEnd, DrawnPacket, DrawnPlace } from "../../../../src/core/path/draw/drawing.ts";
import { locateParty } from "../../../../src/core/path/locate-party.ts";
import type { Place } from "../../../../src/core/path/place.ts";
import { settlePlace } from "../../../../src/core/path/settle-place.ts";
import { isWalk, type Walk } from "../../../../src/core/path/walk.ts";
import { walkFlow } from "../../../../src/core/path/walk-flow.ts";
import { shippedFacts } from "../shipped-facts.ts";
import { everyDrawing, senderAddress } from "./every-drawing.ts";

function follow(flow: FlowKind, products: readonly string[], said: Partial<Place> = {}): Walk {
  const facts = shippedFacts(...products);
  const walk = walkFlow(flow, settlePlace(flow, said, facts), facts);
  if (!isWalk(walk)) throw new Error(walk.reason);
  return walk;
}

function placesOf({ steps }: Drawing): DrawnPlace[] {
  return steps.filter((step) => step.kind !== "packet");
}

function packetsOf({ steps }: Drawing): DrawnPacket[] {
  return steps.filter((step) => step.kind === "packet");
}

/** The drawing as lines: what a reader sees of it, top to bottom. */
function lines(drawing: Drawing): string[] {
  const end = ({ name, address, isNew }: DrawnEnd) => `${address ? `${address} ` : ""}${name}${isNew ? "*" : ""}`;
  return drawing.steps.map((step) =>
    step.kind === "packet"
      ? `  ${end(step.source)} > ${end(step.destination)}`
      : [step.kind === "virtual" ? `(${step.name})` : step.name, ...step.rewrites.map((made) => `${made.end}!`)].join(
          " ",
        ),
  );
}

describe("drawWalk", () => {
  test("a Service is a place of its own before the node that picks a pod for it", () => {
    const drawing = drawWalk(follow("pod-to-service", ["kubernetes"]));
    expect(lines(drawing)).toEqual([
      "calling pod",
      "  calling pod > Service",
      "(Service)",
      "node of the calling pod destination!",
      "  calling pod > called pod*",
      "called pod",
    ]);
    expect(drawing.title).toBe("From the calling pod to the called pod");
    expect(drawing.alt).toBe(
      "From the calling pod by way of the node of the calling pod to the called pod: the node of the calling pod rewrites the destination from Service to called pod. As the source, the called pod sees: calling pod.",
    );
    expect(drawing.notes).toEqual([
      {
        heading: "The way back",
        text: "called pod → node of the calling pod → calling pod. What was rewritten is put back, so that the answer comes from the address that was called: Service.",
      },
      { heading: "Assumed settings", text: "With kube-proxy in iptables mode and with masqueradeAll off." },
    ]);
  });

  test("what leaves through a NAT gateway is marked twice, and the gateway's address is called the gateway's", () => {
    expect(lines(drawWalk(follow("pod-to-internet", ["eks", "aws", "kubernetes"], { egress: "nat-gateway" })))).toEqual(
      [
        "calling pod",
        "  calling pod > server on the internet",
        "node of the calling pod source!",
        "  node* > server on the internet",
        "NAT gateway source!",
        "  NAT gateway* > server on the internet",
        "server on the internet",
      ],
    );
  });

  test("what is sent to an ingress controller is sent to its pod, and goes on from there", () => {
    const walk = follow("internet-to-ingress", ["ingress-nginx", "metallb", "kubernetes"]);
    const drawing = drawWalk(walk);
    expect(lines(drawing)).toEqual([
      "client",
      "  client > load balancer",
      "node that takes the packet source! destination!",
      "  node* > ingress controller*",
      "node of the ingress controller",
      "  node > ingress controller",
      "ingress controller source! destination!",
      "  ingress controller* > called pod*",
      "called pod",
    ]);
    expect(placesOf(drawing).find(({ name }) => name === "ingress controller")?.remarks).toEqual([
      "opens a connection of its own",
      "writes into X-Forwarded-For and X-Real-IP: node",
    ]);
    expect(drawing.notes[1]?.text).toContain("X-Forwarded-For does not hold the client's address");
  });

  test("the header in which the client still is, where it is", () => {
    const walk = follow("internet-to-ingress", ["ingress-nginx", "metallb"], { externalTrafficPolicy: "Local" });
    const { notes } = drawWalk(walk);
    expect(notes.slice(1)).toEqual([
      {
        heading: "Where the client’s address is",
        text: "The client's address is in X-Forwarded-For and X-Real-IP, set by the ingress controller.",
      },
      {
        heading: "Assumed settings",
        text: "With externalTrafficPolicy: Local and with the load balancer's address on a node and with an ingress controller in the cluster.",
      },
    ]);
  });

  test("a place that replies do not come by says so, and is not on the way back", () => {
    const drawing = drawWalk(
      follow("internet-to-node-port", ["cilium"], { nodePortReply: "direct", dataplane: "ebpf" }),
    );
    expect(placesOf(drawing)[1]?.remarks).toContain("replies do not come by here");
    expect(drawing.notes[0]?.text).toMatch(/^called pod → node of the called pod → client\./);
  });

  test("a pod with the node's network has the node's address", () => {
    const drawing = drawWalk(follow("pod-to-internet", ["kubernetes"], { hostNetwork: "on" }));
    expect(placesOf(drawing).at(-1)?.sees).toEqual({ name: "node of the calling pod", isNew: false });
    expect(drawing.alt).toContain(": nothing is rewritten.");
  });

  test("an address that is known stands wherever it is carried, and in the sentence", () => {
    const walk = follow("pod-to-service", ["kubernetes"]);
    const address = parseAddress("100.64.3.7");
    if (!address) throw new Error("no address");
    const drawing = drawWalk(locateParty(walk, walk.receiverSees, address));
    expect(packetsOf(drawing).map(({ source }) => source.address)).toEqual(["100.64.3.7", "100.64.3.7"]);
    expect(drawing.alt).toContain("100.64.3.7 (calling pod)");
  });

  test("what is asked about stands in the title", () => {
    const walk = follow("internet-to-node-port", ["kubernetes"], { externalTrafficPolicy: "Local" });
    expect(drawWalk(walk, "With externalTrafficPolicy: Local").title).toBe(
      "From the client to the called pod. With externalTrafficPolicy: Local",
    );
  });
});

describe("whatever the walk", () => {
  test("there is a drawing of every flow", () => {
    expect(new Set(everyDrawing.map(({ walk }) => walk.flow)).size).toBe(19);
    expect(everyDrawing.length).toBeGreaterThan(200);
  });

  test("every place is there in its order, and its rewrites and no others are marked at it", () => {
    for (const { walk, drawing } of everyDrawing) {
      const drawn = placesOf(drawing).filter(({ kind }) => kind !== "virtual");
      expect(drawn.map(({ name }) => name)).toEqual(walk.hops.map(({ label }) => label));
      expect(drawn.map(({ rewrites }) => rewrites.map(({ end }) => end))).toEqual(
        walk.hops.map(({ rewrites }) => rewrites.map(({ end }) => end)),
      );
    }
  });

  test("an end is called new right after the place that rewrote it, and there only", () => {
    for (const { walk, drawing } of everyDrawing) {
      const packets = packetsOf(drawing);
      expect(packets).toHaveLength(walk.hops.length - 1);
      for (const [i, packet] of packets.entries()) {
        const made = walk.hops[i]?.rewrites.map(({ end }) => end) ?? [];
        expect([packet.source.isNew, packet.destination.isNew]).toEqual([
          made.includes("source"),
          made.includes("destination"),
        ]);
      }
    }
  });

  test("two addresses that differ are never called the same, on either side of a rewrite", () => {
    const alike = everyDrawing.flatMap(({ drawing }) =>
      placesOf(drawing).flatMap(({ name, rewrites }) =>
        rewrites.flatMap(({ from, to }) => (from.name === to.name ? [`${name}: ${from.name}`] : [])),
      ),
    );
    expect([...new Set(alike)]).toEqual([]);
  });

  test("the address of the sender stands in every packet that carries it", () => {
    for (const { walk, drawing } of everyDrawing) {
      const carried = walk.hops.slice(0, -1).map(({ after }) => after.source.address !== undefined);
      expect(packetsOf(drawing).map(({ source }) => source.address === senderAddress)).toEqual(carried);
    }
  });
});
