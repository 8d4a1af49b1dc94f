import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { describeScopes } from "../../../../../src/core/answer/describe/computed/describe-scopes.ts";
import { formatAddress } from "../../../../../src/core/network/address.ts";
import { classify } from "../../../../../src/core/network/classify.ts";
import type { Entities } from "../../../../../src/core/question/entities.ts";
import type { NamedProduct } from "../../../../../src/core/question/reading.ts";
import { anyAddress } from "../../../../support/network-arbitraries.ts";
import { rangeClaim, sampleFact, sampleProduct } from "../../../../support/sample-knowledge.ts";
import {
  named,
  noEntities,
  sampleKnowledge,
  sampleReading,
  sampleSituation,
  subjectAt,
} from "../../sample-situation.ts";

function scopesOf(...written: readonly string[]) {
  const subjects = written.map((text) => subjectAt(text));
  return describeScopes(sampleSituation({ reading: sampleReading({ subjects }) }));
}

const textsOf = (...written: readonly string[]) => scopesOf(...written).map(({ text }) => text);

describe("describeScopes", () => {
  test.each<[string, RegExp]>([
    ["10.1.2.3", /^`10\.1\.2\.3` is in 10\.0\.0\.0\/8: a private address \(RFC 1918\)/],
    ["172.16.0.1", /is in 172\.16\.0\.0\/12: a private address/],
    ["172.31.255.255", /is in 172\.16\.0\.0\/12: a private address/],
    ["192.168.0.1", /is in 192\.168\.0\.0\/16: a private address/],
    ["100.64.0.0", /is in 100\.64\.0\.0\/10: shared address space .*RFC 6598/],
    ["100.127.255.255", /is in 100\.64\.0\.0\/10: shared/],
    ["127.0.0.1", /is in 127\.0\.0\.0\/8: a loopback address/],
    ["169.254.169.254", /is in 169\.254\.0\.0\/16: a link-local address/],
    ["192.0.2.1", /is in 192\.0\.2\.0\/24: .*examples in documentation/],
    ["198.18.0.1", /is in 198\.18\.0\.0\/15: .*benchmarking/],
    ["224.0.0.1", /is in 224\.0\.0\.0\/\d+: a multicast address/],
    ["240.0.0.1", /is in 240\.0\.0\.0\/4: in a block reserved/],
    ["255.255.255.255", /is in 255\.255\.255\.255\/32: the limited broadcast address/],
    ["0.1.2.3", /is in 0\.0\.0\.0\/8: .*"this network"/],
    ["8.8.8.8", /^`8\.8\.8\.8` is public address space, routable on the internet\.$/],
    ["::1", /is in ::1\/128: a loopback address/],
    ["::", /is in ::\/128: the unspecified address/],
    ["fe80::1", /is in fe80::\/10: a link-local address/],
    ["fd00::1", /is in fc00::\/7: a unique local IPv6 address/],
    ["2001:db8::1", /is in 2001:db8::\/32: .*documentation/],
    ["ff02::1", /a multicast address/],
    ["2606:4700::1111", /^`2606:4700::1111` is public address space/],
    ["4000::1", /^`4000::1` is in a block reserved/],
    ["::ffff:10.0.0.1", /IPv4-mapped .*it carries 10\.0\.0\.1\.$/],
    ["64:ff9b::8.8.8.8", /NAT64 .*it carries 8\.8\.8\.8\.$/],
    ["2002:c000:204::1", /6to4 .*it carries 192\.0\.2\.4\.$/],
    ["10.0.0.0/16", /^`10\.0\.0\.0\/16` is in 10\.0\.0\.0\/8: a private address/],
    ["fd00:10::/48", /is in fc00::\/7: a unique local/],
  ])("%s", (written, expected) => {
    expect(textsOf(written)).toEqual([expect.stringMatching(expected)]);
  });

  test.each<[string, string, string]>([
    ["172.80.0.0/16", "172.16.0.0/12", "172.16.0.0 to 172.31.255.255"],
    ["172.15.255.255", "172.16.0.0/12", "172.16.0.0 to 172.31.255.255"],
    ["172.32.0.0", "172.16.0.0/12", "172.16.0.0 to 172.31.255.255"],
    ["192.169.0.1", "192.168.0.0/16", "192.168.0.0 to 192.168.255.255"],
    ["100.63.255.255", "100.64.0.0/10", "100.64.0.0 to 100.127.255.255"],
    ["100.128.0.0", "100.64.0.0/10", "100.64.0.0 to 100.127.255.255"],
    ["169.253.1.1", "169.254.0.0/16", "169.254.0.0 to 169.254.255.255"],
  ])("%s is public, and people take it for %s", (written, block, ends) => {
    const [text = ""] = textsOf(written);
    expect(text).toContain("is public address space");
    expect(text).toContain(`outside ${block}`);
    expect(text).toContain(ends);
  });

  test.each<[string, readonly string[]]>([
    ["172.0.0.0/8", ["172.0.0.0 to 172.255.255.255", "172.16.0.0/12 is Private-Use"]],
    ["10.0.0.0/7", ["10.0.0.0 to 11.255.255.255", "10.0.0.0/8 is Private-Use"]],
    ["100.0.0.0/8", ["100.0.0.0 to 100.255.255.255", "100.64.0.0/10 is Shared Address Space"]],
    ["169.0.0.0/8", ["169.0.0.0 to 169.255.255.255", "169.254.0.0/16 is Link Local"]],
  ])("%s spans more than one row: what in it is set aside, and what is not", (written, parts) => {
    const [text = ""] = textsOf(written);
    for (const part of parts) expect(text).toContain(part);
    expect(text).toMatch(/the rest is public/);
    expect(text).not.toContain(`\`${written}\` is in`);
  });

  test("subjects that are alike are told in one sentence", () => {
    const texts = textsOf("10.0.0.1", "10.9.9.9", "8.8.8.8");
    expect(texts).toHaveLength(2);
    expect(texts[0]).toMatch(/^`10\.0\.0\.1` and `10\.9\.9\.9`: each is in 10\.0\.0\.0\/8/);
    expect(textsOf("10.0.0.1", "192.168.0.1")).toHaveLength(2);
    expect(textsOf("171.1.1.1", "172.0.0.0/8")).toHaveLength(2);
  });

  test("a public range that a named product uses inside is not called public", () => {
    const facts = [sampleFact("quay/services", { claim: rangeClaim("service", "34.118.224.0/20") })];
    const knowledge = sampleKnowledge({ products: [sampleProduct("quay", { kind: "managed-kubernetes", facts })] });
    const subjects = [subjectAt("34.118.225.1")];
    const told = (products: readonly NamedProduct[]) =>
      describeScopes(sampleSituation({ reading: sampleReading({ subjects, products }), knowledge })).length;
    expect(told([named("quay")])).toBe(0);
    expect(told([])).toBe(1);
  });

  test("what is no address gets no scope", () => {
    const findings: Entities["findings"] = [
      { kind: "leading-zero", text: "010.0.0.1", start: 0, end: 9, explanation: "It is read in two ways." },
    ];
    const subjects = [{ ...subjectAt("8.0.0.1"), written: "010.0.0.1" }];
    const reading = sampleReading({ subjects, entities: { ...noEntities, findings } });
    expect(describeScopes(sampleSituation({ reading }))).toEqual([]);
  });

  test("asked what it is, the kind comes before it does otherwise, and a private address is the last to be told", () => {
    const priority = (written: string, asked: boolean) => {
      const reading = sampleReading({
        subjects: [subjectAt(written)],
        topics: asked ? ["what-is-address"] : ["overlap"],
      });
      return describeScopes(sampleSituation({ reading }))[0]?.priority ?? Number.NaN;
    };
    expect(priority("10.0.0.1", true)).toBeLessThan(priority("10.0.0.1", false));
    expect(priority("100.64.0.1", true)).toBeLessThan(priority("100.64.0.1", false));
    expect(priority("100.64.0.1", true)).toBeLessThan(priority("10.0.0.1", true));
    expect(priority("100.64.0.1", false)).toBeLessThan(priority("10.0.0.1", false));
  });

  test("any address gets one sentence that names it and the row that decides it, with the row as evidence", () => {
    const { registry } = sampleSituation().knowledge;
    fc.assert(
      fc.property(anyAddress, (address) => {
        const written = formatAddress(address);
        const [piece, ...others] = scopesOf(written);
        const { decidedBy, globallyReachable } = classify(address, registry);
        expect(others).toEqual([]);
        expect(piece?.text).toContain(`\`${written}\``);
        const kinds = piece?.evidence.map(({ kind }) => kind) ?? [];
        expect(kinds).toContain("computed");
        if (decidedBy) expect(kinds).toContain("registry");
        if (globallyReachable === false) expect(piece?.text).not.toMatch(/is public address space/);
      }),
    );
  });
});
