import { describe, expect, test } from "@jest/globals";
import { claimedReach } from "../../../../../src/core/answer/describe/contradictions/claimed-reach.ts";

describe("claimedReach", () => {
  test.each([
    ["our public IP 10.1.2.3 is not reachable", "public"],
    ["Why is our public IP 10.1.2.3 not reachable?", "public"],
    ["The public address is 10.1.2.3.", "public"],
    ["Public IP: `10.1.2.3`", "public"],
    ["(public IP address 10.1.2.3)", "public"],
    ["10.1.2.3 is public", "public"],
    ["10.1.2.3 is a public address, so we allow it", "public"],
    ["`10.1.2.3` is publicly routable", "public"],
    ["10.1.2.3 is private", "private"],
    ["our private IP 10.1.2.3", "private"],
    ["the private range 10.1.2.3", "private"],
  ])("%s: %s", (text, expected) => {
    expect(claimedReach(text, "10.1.2.3")).toBe(expected);
  });

  test.each([
    "Is 10.1.2.3 public?",
    "is 10.1.2.3 a public IP or not",
    "10.1.2.3 is public?",
    "10.1.2.3 is private, isn't it?",
    "10.1.2.3 is not public",
    "our non-public IP 10.1.2.3",
    "not a public IP 10.1.2.3",
    "the public IP is mapped to 10.1.2.3",
    "from the public IP to 10.1.2.3",
    "I thought 10.1.2.3 is public",
    "It looks like a public IP 10.1.2.3",
    "a colleague says the public IP is 10.1.2.3",
    "Which public IP does 10.1.2.3 leave with",
    "our public IP 10.1.2.34",
    "our public IP 110.1.2.3",
    "our public range 10.1.2.3/24",
    "public subnet. 10.1.2.3",
    "nothing about it",
  ])("%s: no claim", (text) => {
    expect(claimedReach(text, "10.1.2.3")).toBeUndefined();
  });
});
