import { describe, expect, it } from "@jest/globals";
import { extractEntities } from "../../../../src/core/question/extract-entities.ts";

/** Text, and the slices of the original that the mentions point at, in the order addresses, blocks, ranges, host names, ports. */
const cases: readonly (readonly [string, readonly string[]])[] = [
  ["at 10.0.0.1.", ["10.0.0.1"]],
  ["10.0.0.1:8080", ["10.0.0.1", "8080"]],
  ["10.0.0.0/8,", ["10.0.0.0/8"]],
  ["10.0.0.0 255.0.0.0", ["10.0.0.0 255.0.0.0"]],
  ["100.64.x.x", ["100.64.x.x"]],
  ["10.0.0.5 – 10.0.0.20", ["10.0.0.5 – 10.0.0.20"]],
  ["10.0.0.5-20", ["10.0.0.5-20"]],
  ["10[.]0[.]0[.]1!", ["10[.]0[.]0[.]1"]],
  ["\u200b10.0.\u200b0.1\u200b", ["10.0.\u200b0.1"]],
  ["１０.0.0.1。", ["１０.0.0.1"]],
  ["𝟏0.0.0.𝟏", ["𝟏0.0.0.𝟏"]],
  ["a\\n10.0.0.1\\n", ["10.0.0.1"]],
  ["&lt;10.0.0.1&gt;", ["10.0.0.1"]],
  ["10.0.0.1:1-\\u003e10.0.0.2:2", ["10.0.0.1", "10.0.0.2", "1", "2"]],
  ["[fe80::1%eth0]:53", ["fe80::1%eth0", "53"]],
  ["<https://api.example.com|api>", ["api.example.com"]],
  ["evil[.]example[.]com:443", ["evil[.]example[.]com", "443"]],
  ["*.example.com", ["*.example.com"]],
  ["10.0.0.5 and .6", ["10.0.0.5", ".6"]],
  ["http%3A%2F%2F10.0.0.1", ["10.0.0.1"]],
];

describe("the place of a mention", () => {
  it.each(cases.map((one) => [one[0], one] as const))("%j", (text, [, expected]) => {
    const { addresses, cidrs, ranges, hostnames, ports } = extractEntities(text);
    const mentions = [...addresses, ...cidrs, ...ranges, ...hostnames, ...ports];
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

describe("the value of a port", () => {
  it.each([
    ["10.0.0.1:8080", [8080]],
    ["[2001:db8::1]:443", [443]],
    ["10.0.0.1.443 > 10.0.0.2.51234: Flags [S]", [443, 51234]],
    ["IP6 fe80::1.546 > ff02::1:2.547: dhcp6", [546, 547]],
    ["10.43.0.10#53", [53]],
    ["0.0.0.0_15001", [15001]],
    ["example.com:8443", [8443]],
    ["10.0.0.1:65536", []],
    ["10.0.0.1:80a", []],
    ["10.0.0.1", []],
    ["port 443", [443]],
    ["ports: 80", [80]],
    ["443/TCP", [443]],
    ["80:30443/TCP", [30443]],
    ["sport=41000 dport=443", [41000, 443]],
    ["targetPort: 8080", [8080]],
    ["10.0.0.1:53/UDP", [53]],
    ["report 5", []],
    ["port 99999", []],
  ])("%j", (text, expected) => {
    expect(extractEntities(text).ports.map(({ value }) => value)).toEqual(expected);
  });
});
