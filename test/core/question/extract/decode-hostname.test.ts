import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { formatAddress } from "../../../../src/core/network/address.ts";
import { decodeHostname } from "../../../../src/core/question/extract/decode-hostname.ts";
import { extractEntities } from "../../../../src/core/question/extract-entities.ts";

const decoded = (name: string): string | undefined => {
  const address = decodeHostname(name);
  return address && formatAddress(address);
};

describe("the address a host name spells out", () => {
  it.each([
    ["ip-10-0-1-23", "10.0.1.23"],
    ["ip-10-0-1-23.ec2.internal", "10.0.1.23"],
    ["ip-10-0-1-23.eu-west-1.compute.internal", "10.0.1.23"],
    ["ec2-1-2-3-4.compute-1.amazonaws.com", "1.2.3.4"],
    ["ec2-52-80-1-2.cn-north-1.compute.amazonaws.com.cn", "52.80.1.2"],
    ["10-244-1-5.shop.pod.cluster.local", "10.244.1.5"],
    ["10-244-1-5.shop.pod", "10.244.1.5"],
    ["10-244-1-5.web.shop.svc.cluster.local", "10.244.1.5"],
    ["fd00-10-244--5.shop.pod.cluster.local", "fd00:10:244::5"],
    ["10.1.2.3.nip.io", "10.1.2.3"],
    ["app.10.1.2.3.nip.io", "10.1.2.3"],
    ["app-10-1-2-3.nip.io", "10.1.2.3"],
    ["10-1-2-3.sslip.io", "10.1.2.3"],
    ["www-10-1-2-3.my.sslip.io", "10.1.2.3"],
    ["app-0a010203.nip.io", "10.1.2.3"],
    ["2a01-4f8-c17-b8f--2.sslip.io", "2a01:4f8:c17:b8f::2"],
    ["--1.sslip.io", "::1"],
    ["3.2.1.10.in-addr.arpa", "10.1.2.3"],
    ["1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa", "2001:db8::1"],
    ["4.3.2.1.bc.googleusercontent.com", "1.2.3.4"],
    ["example.com", undefined],
    ["ip-10-0-1", undefined],
    ["ip-10-0-1-256", undefined],
    ["ip-10-0-1-23.example.com", undefined],
    ["2.1.10.in-addr.arpa", undefined],
    ["10-244-1.shop.pod.cluster.local", undefined],
    ["nip.io", undefined],
    ["300.1.2.3.nip.io", undefined],
  ])("%s: %s", (name, expected) => {
    expect(decoded(name)).toBe(expected);
  });

  it("undoes every convention for any IPv4 address", () => {
    const octets = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
    fc.assert(
      fc.property(octets, ([a, b, c, d]) => {
        const names = [
          `ip-${a}-${b}-${c}-${d}.ec2.internal`,
          `${a}-${b}-${c}-${d}.ns.pod.cluster.local`,
          `x.${a}.${b}.${c}.${d}.nip.io`,
          `${d}.${c}.${b}.${a}.in-addr.arpa`,
        ];
        expect(names.map(decoded)).toEqual(names.map(() => `${a}.${b}.${c}.${d}`));
      }),
    );
  });

  it("comes with the mention of the name, which stays a name", () => {
    const { hostnames, addresses } = extractEntities("node ip-10-0-102-168.ec2.internal");
    expect(hostnames.map(({ value }) => value.encodes && formatAddress(value.encodes))).toEqual(["10.0.102.168"]);
    expect(addresses).toEqual([]);
  });
});
