import { BlockList } from "node:net";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { chooseAdvice } from "../../../../src/core/answer/advise/with-advice.ts";
import { composeFrom } from "../../../../src/core/answer/compose-from.ts";
import { keepVerified } from "../../../../src/core/answer/verify/verify-answer.ts";
import { buildKnowledge, type Knowledge } from "../../../../src/core/knowledge/knowledge.ts";
import { rangeClaim, sampleFact, sampleProduct } from "../../../support/sample-knowledge.ts";
import { codeOf } from "./code-of.ts";
import { knowledge, situationOf } from "./situation-of.ts";

/** A block as text, cut from the space of one that can be a source; written by this test, not by the code it tests. */
function blockWithin(parent: string, lengths: { min: number; max: number }): fc.Arbitrary<string> {
  const [base] = ipaddr.parseCIDR(parent);
  const from = Number(parent.split("/")[1]);
  const size = base.toByteArray().length;
  return fc.tuple(fc.uint8Array({ minLength: size, maxLength: size }), fc.integer(lengths)).map(([noise, length]) => {
    const bytes = base.toByteArray().map((byte, i) => {
      const kept = mask(from - 8 * i);
      const open = mask(length - 8 * i) & ~kept;
      return (byte & kept) | ((noise[i] ?? 0) & open);
    });
    return `${ipaddr.fromByteArray(bytes).toString()}/${length}`;
  });
}

/** The first `bits` of a byte. */
function mask(bits: number): number {
  return bits <= 0 ? 0 : bits >= 8 ? 0xff : (0xff << (8 - bits)) & 0xff;
}

const ipv4 = fc.oneof(
  blockWithin("10.0.0.0/8", { min: 9, max: 32 }),
  blockWithin("172.16.0.0/12", { min: 13, max: 32 }),
  blockWithin("192.168.7.0/24", { min: 25, max: 32 }),
  blockWithin("100.64.0.0/10", { min: 12, max: 30 }),
  blockWithin("203.0.113.0/24", { min: 24, max: 32 }),
  blockWithin("81.0.0.0/8", { min: 12, max: 32 }),
);
const ipv6 = fc.oneof(
  blockWithin("fd12:3456:789a::/48", { min: 49, max: 128 }),
  blockWithin("2a01:4f8::/32", { min: 33, max: 64 }),
);
const sources = fc.uniqueArray(fc.oneof({ arbitrary: ipv4, weight: 3 }, ipv6), { minLength: 1, maxLength: 3 });

/** Ways to ask for a list; "$" is where the blocks stand. */
const ways: Readonly<Record<string, string>> = {
  "network-policy": "How do I write a NetworkPolicy that allows ingress from $?",
  "load-balancer-sources": "We need to allow $ in loadBalancerSourceRanges, how?",
  "ingress-allowlist": "ingress-nginx: how can I whitelist $ on an ingress?",
  masquerade: "ip-masq-agent: how do I stop masquerading towards $?",
  "trusted-proxies": "nginx behind our load balancers $: how do I get the real client IP?",
  "security-group": "AWS: what should the security group allow, so that $ get in?",
};

function listed(code: string): string[] {
  return code.match(/(?<![\w.:])[\da-f]*[.:][\da-f.:]*\/\d+/gi) ?? [];
}

function toBlockList(cidrs: readonly string[]): BlockList {
  const list = new BlockList();
  for (const cidr of cidrs) {
    const [address, length] = ipaddr.parseCIDR(cidr);
    list.addSubnet(address.toString(), length, address.kind());
  }
  return list;
}

/** First and last address of a block and their neighbours outside, where there are any. */
function edges(cidr: string): string[] {
  const [address, length] = ipaddr.parseCIDR(cidr);
  const bytes = address.toByteArray();
  const value = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const size = 1n << BigInt(bytes.length * 8 - length);
  return [value - 1n, value, value + size - 1n, value + size].map((at) =>
    ipaddr.fromByteArray(bytes.map((_, i) => Number((at >> BigInt(8 * (bytes.length - 1 - i))) & 0xffn))).toString(),
  );
}

/** Of two blocks of a shortest list neither holds the other, and they are not the halves of one. */
function isShortest(cidrs: readonly string[]): boolean {
  const halves = cidrs.map((cidr) => {
    const [address, length] = ipaddr.parseCIDR(cidr);
    const bits = address.toByteArray().map((byte) => byte.toString(2).padStart(8, "0"));
    return `${address.kind()} ${bits.join("").slice(0, length)}`;
  });
  return halves.every((one, i) =>
    halves.every((other, j) => i === j || (!other.startsWith(one) && one.slice(0, -1) !== other.slice(0, -1))),
  );
}

describe("the blocks of a list to paste", () => {
  test.each(Object.entries(ways))("are those of the thread, as few as can be, and no other: %s", (kind, way) => {
    fc.assert(
      fc.property(sources, (blocks) => {
        const situation = situationOf(way.replace("$", blocks.join(" and ")));
        const chosen = chooseAdvice(situation);
        expect(chosen?.kind).toBe(kind);
        const told = listed(codeOf(chosen?.advice.code));
        const [asked, given] = [toBlockList(blocks), toBlockList(told)];
        for (const address of [...blocks, ...told].flatMap(edges)) {
          const family = ipaddr.parse(address).kind();
          expect([address, given.check(address, family)]).toEqual([address, asked.check(address, family)]);
        }
        expect(isShortest(told)).toBe(true);
        const { steps } = keepVerified(composeFrom(situation), "public-forum");
        const pasted = steps.map(({ snippet, command }) => snippet?.text ?? command);
        expect(pasted).toContain(codeOf(chosen?.advice.code));
      }),
      { numRuns: 30 },
    );
  });

  test("a shortest list is told from one that is not", () => {
    expect(isShortest(["10.0.0.0/24", "10.0.2.0/24"])).toBe(true);
    expect(isShortest(["10.0.0.0/24", "10.0.1.0/24"])).toBe(false);
    expect(isShortest(["10.0.0.0/23", "10.0.1.0/24"])).toBe(false);
    expect(isShortest(["fd00::/16", "10.0.0.0/8"])).toBe(true);
  });
});

describe("a free block", () => {
  const free: Readonly<Record<string, string>> = {
    "docker-pools": "docker: our networks $ overlap with docker0, how do I change the range?",
    "cluster-ranges": "k3s: our networks $ overlap with the pods, which range should we choose instead?",
  };

  test.each(Object.entries(free))("is private and touches nothing that the thread names: %s", (kind, way) => {
    const taken = fc.uniqueArray(fc.oneof(blockWithin("10.0.0.0/8", { min: 9, max: 24 }), ipv4), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(taken, (blocks) => {
        const chosen = chooseAdvice(situationOf(way.replace("$", blocks.join(" and "))));
        expect(chosen?.kind).toBe(kind);
        const told = listed(codeOf(chosen?.advice.code));
        expect(told.length).toBeGreaterThan(1);
        const [asked, given] = [toBlockList(blocks), toBlockList(told)];
        for (const address of blocks.flatMap((block) => edges(block).slice(1, 3)))
          expect(given.check(address)).toBe(false);
        for (const address of told.flatMap((block) => edges(block).slice(1, 3))) {
          expect(asked.check(address)).toBe(false);
          expect(ipaddr.parse(address).range()).toBe("private");
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("an organisation's own networks", () => {
  const office = sampleFact("own-networks/office", { claim: rangeClaim("node", "10.0.0.0/9"), visibility: "private" });
  const products = [...knowledge.products.values(), sampleProduct("own-networks", { facts: [office] })];
  const internal = buildKnowledge({ ...knowledge, products });

  test("are kept clear of, where they are known", () => {
    const ask = "docker: 172.17.0.0/16 overlaps with 172.16.0.0/12 of our VPN, how do I change the pools?";
    const code = (view: Knowledge) => codeOf(chooseAdvice(situationOf(ask, {}, view))?.advice.code);
    expect(listed(code(knowledge))).toContain("10.1.0.0/16");
    expect(listed(code(internal))).toEqual(["10.129.0.1/24", "10.128.0.0/16"]);
  });

  test("no documentation of a form, no advice", () => {
    const bare = buildKnowledge({ ...knowledge, products, articles: [] });
    const ask = "How do I write a NetworkPolicy that allows ingress from 10.1.0.0/16?";
    expect(chooseAdvice(situationOf(ask, {}, internal))?.kind).toBe("network-policy");
    expect(chooseAdvice(situationOf(ask, {}, bare))).toBeUndefined();
  });
});

describe("whatever a thread says", () => {
  const words = fc.constantFrom(
    ..."how do I need to allow want only from to except block netpol NetworkPolicy ingress egress security group aws".split(
      " ",
    ),
    ..."loadBalancerSourceRanges service docker k3s overlap change range nginx proxy client IP real 0.0.0.0/0 ::/0".split(
      " ",
    ),
    ..."10.0.0.0/8 10.1.2.3 10.x.x.x 127.0.0.1 203.0.113.0/24 fd00::/8 300.1.2.3 `$(reboot)` '; rm ? . , : \n - ```".split(
      " ",
    ),
  );

  test("a step that goes out opens nothing to all, runs nothing else and stays within its fence", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (talk) => {
        const answer = keepVerified(composeFrom(situationOf(talk.join(" "))), "public-forum");
        const pasted = answer.steps.flatMap(({ snippet }) => snippet ?? []);
        expect(pasted.length).toBeLessThanOrEqual(1);
        for (const { text } of pasted) {
          expect(text).not.toMatch(/(?<![\d.])0\.0\.0\.0\/0|(?<![\da-f:])::\/0|reboot|\brm\b|`/);
          for (const cidr of listed(text)) expect(ipaddr.isValidCIDR(cidr)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
