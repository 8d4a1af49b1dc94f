import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { figuresImpliedBy, figuresIn } from "../../../../src/core/answer/verify/figures-in.ts";

describe("the figures of a text", () => {
  test.each([
    ["pods use 100.64.0.0/15, unless told otherwise", ["100.64.0.0/15"]],
    ["(100.64.0.0/15).", ["100.64.0.0/15"]],
    ["since v1.29 and V1.30.", ["1.29", "1.30"]],
    ["a /15 of it", ["/15"]],
    ["port 53:", ["53"]],
    ["ask 10.32.0.10:53.", ["10.32.0.10", "53"]],
    ["localhost:8080", ["8080"]],
    ["fd00::/8", ["fd00::/8"]],
    ["[fd00::1]:53", ["fd00::1", "53"]],
    ["::1 and :: and fe80::", ["::1", "::", "fe80::"]],
    ["1,000 of 1,234,567 pods", ["1000", "1234567"]],
    ["10.0.0.1,100", ["10.0.0.1", "100"]],
    ["10.0.0.5-10.0.0.20", ["10.0.0.5", "10.0.0.20"]],
    ["10.0.0.5-20", ["10.0.0.5", "20"]],
    ["RFC1918, RFC 1918 and rfc-6598", ["1918", "1918", "6598"]],
    ["two ranges, zero others", ["2", "0"]],
    ["no one, none, often, weight", []],
    ["100.64.x.x", ["100.64.x.x"]],
    ["the `172.16.0.0/12` block", ["172.16.0.0/12"]],
    ["the pod's /24's size", ["/24"]],
    ["IPv6 on eth0", ["ipv6", "eth0"]],
    ["١٠ and １０ and ½", ["١٠", "１０", "½"]],
    ["2026-11-23", ["2026-11-23"]],
    ["nothing here", []],
    ["", []],
  ])("%j", (text, expected) => {
    expect(figuresIn(text)).toEqual(expected);
  });

  test("a range implies its prefix length, a prefix length no range", () => {
    expect(figuresImpliedBy("from 100.64.0.0/15")).toEqual(["100.64.0.0/15", "/15"]);
    expect(figuresImpliedBy("fd00::/8")).toEqual(["fd00::/8", "/8"]);
    expect(figuresImpliedBy("a /15")).toEqual(["/15"]);
    expect(figuresImpliedBy("10.0.0.1")).toEqual(["10.0.0.1"]);
  });

  test("each have a digit, or are IPv6 without one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        for (const figure of figuresIn(text)) expect(figure).toMatch(/\p{N}|::/u);
      }),
    );
  });
});
