import { expect, test } from "@jest/globals";
import { nameSite } from "../../../src/core/answer/name-site.ts";

test.each([
  ["https://kubernetes.io/docs/tutorials/services/source-ip/", "kubernetes.io"],
  ["https://www.iana.org/assignments/x", "iana.org"],
  ["https://github.com/moby/moby/blob/abc/daemon.go", "moby/moby"],
  ["https://github.com/about", "github.com"],
  ["https://gitlab.com/group/project/-/tree/main", "group/project"],
  ["https://example.org?x=1", "example.org"],
  ["no address", "no address"],
])("%s is %s", (url, expected) => {
  expect(nameSite(url)).toBe(expected);
});
