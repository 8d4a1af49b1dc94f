import { describe, expect, test } from "@jest/globals";
import { explainSource } from "../../../src/core/path/explain-source.ts";
import { locateParty } from "../../../src/core/path/locate-party.ts";
import { usualPlace } from "../../../src/core/path/place.ts";
import { placeTowards, settlePlace } from "../../../src/core/path/settle-place.ts";
import { addressAt, cidrAt } from "../../support/network-literals.ts";
import { allProducts, shippedFacts } from "./shipped-facts.ts";

describe("settlePlace", () => {
  test("what nobody speaks of is as usual", () => {
    expect(settlePlace("pod-to-service", {}, [])).toEqual(usualPlace);
  });

  test("a product brings its own ways, and what was said goes before them", () => {
    const facts = shippedFacts("metallb");
    expect(settlePlace("internet-to-load-balancer", {}, facts).loadBalancer).toBe("on-node");
    expect(settlePlace("internet-to-load-balancer", { loadBalancer: "proxy" }, facts).loadBalancer).toBe("proxy");
    expect(settlePlace("internet-to-load-balancer", { externalTrafficPolicy: "Local" }, facts)).toMatchObject({
      loadBalancer: "on-node",
      externalTrafficPolicy: "Local",
    });
  });

  test("a mesh that is named stands before every pod", () => {
    expect(settlePlace("pod-to-service", {}, shippedFacts("istio")).mesh).toBe("sidecar");
  });

  test("facts of another flow settle nothing", () => {
    expect(settlePlace("pod-to-internet", {}, shippedFacts("metallb")).loadBalancer).toBe(usualPlace.loadBalancer);
  });
});

describe("placeTowards", () => {
  const place = { ...usualPlace, nonMasqueraded: [cidrAt("10.0.0.0/8")] };

  test("pods keep their address towards a block that is excepted, and only there", () => {
    expect(placeTowards(place, addressAt("10.1.2.3")).masquerade).toBe("off");
    expect(placeTowards(place, addressAt("11.1.2.3")).masquerade).toBe("on");
    expect(placeTowards(place, undefined)).toBe(place);
  });
});

describe("explainSource", () => {
  test("the usual walk, where nothing else was seen", () => {
    const walk = explainSource("pod-to-service", {}, shippedFacts("kubernetes"));
    expect(walk?.receiverSees.role).toBe("pod");
  });

  test("a setting that brings about what was seen", () => {
    const walk = explainSource("pod-to-service", {}, shippedFacts("kubernetes"), { seen: "node" });
    expect(walk?.place.serviceMasquerade).toBe("all");
    expect(walk?.receiverSees.role).toBe("node");
  });

  test("but not against what was said", () => {
    const said = { serviceMasquerade: "off", dataplane: "iptables" } as const;
    expect(explainSource("pod-to-service", said, shippedFacts("kubernetes"), { seen: "node" })).toBeUndefined();
  });

  test("no walk to a source that was not seen", () => {
    expect(explainSource("pod-to-service", {}, shippedFacts("kubernetes"), { seen: "vpn" })).toBeUndefined();
  });

  test("an exception from masquerading counts for its destinations", () => {
    const said = { nonMasqueraded: [cidrAt("10.0.0.0/8")] };
    const facts = shippedFacts("calico");
    const towards = (text: string) => explainSource("pod-to-vpc", said, facts, { towards: addressAt(text) });
    expect(towards("10.9.9.9")?.receiverSees.role).toBe("pod");
    expect(towards("172.16.0.1")?.receiverSees.role).toBe("node");
  });
});

describe("locateParty", () => {
  test("puts an address where the packet carries that party, on the way and back, and nowhere else", () => {
    const walk = explainSource("pod-to-service", {}, shippedFacts("kubernetes"));
    if (!walk) throw new Error("there is a walk");
    const address = addressAt("10.244.1.5");
    const located = locateParty(walk, walk.receiverSees, address);
    expect(located.receiverSees.address).toBe(address);
    expect(located.hops.map(({ after }) => after.source.address)).toEqual([address, address, address]);
    expect(located.hops.map(({ after }) => after.destination.address)).toEqual([undefined, undefined, undefined]);
    expect(located.replies.at(-1)?.after.destination.address).toBe(address);
  });
});

describe("shippedFacts", () => {
  test("those of what is named come first, and what many build on comes last", () => {
    const order = [...new Set(shippedFacts("ingress-nginx", "k3s").map(({ product }) => product))];
    expect(order.slice(0, 2)).toEqual(["ingress-nginx", "k3s"]);
    expect(order.at(-1)).toBe("kubernetes");
    expect(allProducts).toContain("kubernetes");
  });
});
