import { describe, expect, it } from "@jest/globals";
import { extractEntities } from "../../../../src/core/question/extract-entities.ts";

describe("why something was not taken", () => {
  it.each([
    ["version 10.4.2.1", "10.4.2.1", /"version" stands before it/],
    ["Chrome/120.0.0.0", "120.0.0.0", /user agent/],
    ["1.3.6.1.4.1.8072", "1.3.6.1.4.1.8072", /object identifier/],
    ["02:42:ac:11:00:02", "02:42:ac:11:00:02", /MAC/],
    ["12:34:56", "12:34:56", /time of day/],
    ["std::vector", "::", /colons alone|scope operator/],
    ["Foo::1", "::1", /scope operator/],
    ["nginx.conf", "nginx.conf", /no top-level domain is called "conf"/],
    ["app.py", "app.py", /ending of a file/],
    ["bob@example.com", "example.com", /e-mail/],
    ["Hello.World", "Hello.World", /capital letter after the dot/],
    ["request.getRemoteAddr", "request.getRemoteAddr", /no top-level domain/],
    ["the mask 255.255.255.0", "255.255.255.0", /netmask/],
    ["10.0.0.1a", "10.0.0.1a", /letter/],
    ["x.x.x.x", "x.x.x.x", /masked|no top-level domain/],
    ["k8s 1.29.x", "1.29.x", /"k8s" stands before it/],
    ["items[::2]", "::2", /slice/],
    ["a::b", "a::b", /names of a program/],
  ])("%s", (text, slice, reason) => {
    expect(extractEntities(text).rejected).toContainEqual(
      expect.objectContaining({ text: slice, reason: expect.stringMatching(reason) }),
    );
  });
});

describe("why something was taken", () => {
  it.each([
    ["10.0.0.1", /four decimal octets/],
    ["10.0.0.1:80", /with a port/],
    ["100.64.x.x", /masked octets/],
    ["10.0.0.0/8", /prefix length/],
    ["10.0.0.1-5", /range/],
    ["10.0.0.1 and .5", /last octets.*10\.0\.0\.1/],
    ["http://backend:80", /host of a URL/],
    ["dig fixed.it", /looked up/],
    ["the domain fixed.it", /word about host names/],
    ["x.internal", /private or special use/],
    ["cafe::babe", /four hexadecimal digits/],
  ])("%s", (text, reason) => {
    const { addresses, cidrs, ranges, hostnames } = extractEntities(text);
    expect([...addresses, ...cidrs, ...ranges, ...hostnames].map((mention) => mention.reason)).toContainEqual(
      expect.stringMatching(reason),
    );
  });
});

describe("what a finding explains", () => {
  it.each([
    ["010.0.0.1", /8\.0\.0\.1.*10\.0\.0\.1/],
    ["0x7f.0.0.1", /127\.0\.0\.1/],
    ["ping 127.1", /127\.0\.0\.1/],
    ["http://3232235777/", /192\.168\.1\.1/],
    ["300.1.2.3", /300 is over 255/],
    ["10.0.0.0/33", /0 to 32/],
    ["fd00::/129", /0 to 128/],
    ["fe80:::1", /three colons/],
    ["1::2::3", /:: twice/],
    ["2001:db8:12345::1", /12345 has 5 digits/],
    ["1:2:3:4:5:6:7:8:9", /9 groups/],
    ["10.20.0.0/8", /10\.0\.0\.0\/8/],
    ["10.0.0.20-5", /backwards/],
    ["100.64.x.x", /100\.64\.0\.0\/16/],
    ["::ffff:10.1.2.3", /10\.1\.2\.3 in IPv4-mapped form/],
  ])("%s", (text, explanation) => {
    expect(extractEntities(text).findings.map((finding) => finding.explanation)).toEqual([
      expect.stringMatching(explanation),
    ]);
  });
});
