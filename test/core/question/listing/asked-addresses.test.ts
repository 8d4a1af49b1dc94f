import { describe, expect, test } from "@jest/globals";
import { formatCidr } from "../../../../src/core/network/cidr.ts";
import { findInListings } from "../../../../src/core/question/listing/find-in-listings.ts";

const table = `NAME READY STATUS RESTARTS AGE IP NODE
web-0 1/1 Running 0 5d 10.42.0.9 k3s-1
web 1/1 Running 0 5d 10.42.0.10 k3s-1
api-0 1/1 Running 0 5d 10.42.0.11 k3s-2`;

const asked = (...messages: readonly string[]) => [
  ...new Set(findInListings(messages).map((finding) => formatCidr(finding.asked).replace("/32", ""))),
];

describe("which addresses of a paste are told", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      "those the prose names, in its order",
      [`who are 10.42.0.11 and 10.42.0.9?\n${table}`],
      ["10.42.0.11", "10.42.0.9"],
    ],
    ["none where the prose names another", [`who is 10.0.0.1?\n${table}`], []],
    ["none where the prose asks for no address", [`why does web-0 restart?\n${table}`], []],
    ["that of a name in the prose", [`what ip has api-0?\n${table}`], ["10.42.0.11"]],
    ["not that of an ordinary word", [`which address has the web?\n${table}`], []],
    ["none of many", [`whose addresses are these?\n${table}`], []],
    ["the only one", ["whose address is this?\nweb-0 1/1 Running 0 5d 10.42.0.9 k3s-1"], ["10.42.0.9"]],
    ["not the only one of a question about names", ["why do all names give the same IP?\nnameserver 10.42.0.9"], []],
    [
      "of the question on the line itself",
      ["web-0 1/1 Running 0 5d 10.42.0.9 k3s-1 web-1 1/1 Running 0 5d 10.42.0.10 k3s-1, so who is 10.42.0.10?"],
      ["10.42.0.10"],
    ],
    [
      "of the question between two pieces of a table",
      [`${table}\nwho is 10.42.0.12?\nnew-0 1/1 Running 0 5d 10.42.0.12 k3s-2`],
      ["10.42.0.12"],
    ],
    ["from the question to a paste before it", ["so who is 10.42.0.9?", table], ["10.42.0.9"]],
    [
      "from the question before, where the newest names none",
      ["anybody?", `who is 10.42.0.9?\n${table}`],
      ["10.42.0.9"],
    ],
    ["the newest question's, not an earlier one's", ["and 10.42.0.11?", `who is 10.42.0.9?\n${table}`], ["10.42.0.11"]],
    ["nothing without a paste", ["who is 10.42.0.9?"], []],
  ])("%s", (_, messages, expected) => {
    expect(asked(...messages)).toEqual(expected);
  });

  test("a block is found by itself and in what holds it", () => {
    const routes = "10.42.0.0/16 dev cni0 scope link\n10.0.0.0/8 via 10.1.1.1 dev eth0";
    expect(findInListings([`where does 10.42.7.0/24 go?\n${routes}`])).toMatchObject([
      { as: "route", names: ["cni0"] },
    ]);
    expect(findInListings([`what is 10.0.0.0/8?\n${routes}`])).toMatchObject([{ as: "route", names: ["eth0"] }]);
  });

  test.each<[string, string, string | undefined]>([
    ["of a pod", "web-0 1/1 Running 0 5d 10.42.0.9 k3s-1\nwho is 10.42.0.9?", "pod"],
    ["of a Service", "web ClusterIP 10.42.0.9 <none> 80/TCP 5d\nwho is 10.42.0.9?", "service"],
    ["of a node", "n1 Ready <none> 5d v1.29.3 10.42.0.9 <none> Talos\nwho is 10.42.0.9?", "node"],
    [
      "of a pod on the host network",
      "n1 Ready <none> 5d v1.29.3 10.42.0.9 <none> Talos\nweb-0 1/1 Running 0 5d 10.42.0.9 n1\nwho is 10.42.0.9?",
      "node",
    ],
    ["none of a hosts line", "10.42.0.9 db.internal\nwho is 10.42.0.9?", undefined],
  ])("the role %s", (_, message, role) => {
    expect(findInListings([message])[0]?.role).toBe(role);
  });
});
