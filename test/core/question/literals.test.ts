import { expect, test } from "@jest/globals";
import { literalsIn } from "../../../src/core/question/literals.ts";

test.each<[string, readonly string[]]>([
  ["allow 130.211.0.0/22, and (35.191.0.0/16).", ["130.211.0.0/22", "35.191.0.0/16"]],
  ["fd7a:115c:a1e0::/48 or ::1", ["fd7a:115c:a1e0::/48"]],
  ["since v1.33.0 the file /etc/ipv6_routes", ["v1.33.0", "etc/ipv6_routes"]],
  ["port 8080, 5 nodes, and so on", []],
  ["", []],
])("%j quotes %j", (text, expected) => {
  expect([...literalsIn(text)]).toEqual(expected);
});
