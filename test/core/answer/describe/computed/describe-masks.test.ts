import { describe, expect, test } from "@jest/globals";
import { describeMasks } from "../../../../../src/core/answer/describe/computed/describe-masks.ts";
import { sampleReading, sampleSituation } from "../../sample-situation.ts";

function masks(text: string): string[] {
  return describeMasks(sampleSituation({ reading: sampleReading({ text }) })).map((piece) => piece.text);
}

describe("describeMasks", () => {
  test.each<[string, readonly string[]]>([
    ["255.255.255.240 in slash?", ["`255.255.255.240` is /28: 16 addresses, 14 of them for hosts."]],
    ["what netmask is /20", ["In IPv4 `/20` is netmask 255.255.240.0: 4,096 addresses, 4,094 of them for hosts."]],
    ["acl mask 0.0.15.255", ["`0.0.15.255` is the wildcard mask of /20: 4,096 addresses, 4,094 of them for hosts."]],
    [
      "how many hosts in a /31 and a /32",
      [
        "In IPv4 `/31` is netmask 255.255.255.254: 2 addresses, both for hosts.",
        "In IPv4 `/32` is netmask 255.255.255.255: one address.",
      ],
    ],
    ["how many addresses has 10.0.0.0/27", []],
    ["is the mask 255.0.255.0 allowed", []],
    ["bind to 0.0.0.0 on the host", []],
    ["broadcast to 255.255.255.255 with which mask", []],
    ["how many files are in /24/x and 2001:db8::/32", []],
    ["255.255.255.240", []],
    [
      "172.16.12.9 netmask 255.255.252.0 as cidr?",
      [
        "`172.16.12.9` with mask 255.255.252.0 is in 172.16.12.0/22: 172.16.12.0 to 172.16.15.255.",
        "`255.255.252.0` is /22: 1,024 addresses, 1,022 of them for hosts.",
      ],
    ],
    ["mask of 10.9.8.7 255.0.255.0", []],
    ["pods: each node takes a /24 of the prefix", []],
  ])("%s", (text, said) => {
    expect(masks(text)).toEqual(said);
  });
});
