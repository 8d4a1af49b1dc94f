import { describe, expect, it } from "@jest/globals";
import { type Direction, recogniseDirection } from "../../../src/core/question/recognise-direction.ts";

/** `@` stands where the address is. */
const table: readonly (readonly [text: string, direction: Direction | undefined])[] = [
  ["requests come from @", "source"],
  ["traffic from @ to our app", "source"],
  ["the source IP is @", "source"],
  ["we see @ in the logs", "source"],
  ["our app logs @", "source"],
  ["remote address: @", "source"],
  ["nginx shows @ instead of the real client", "source"],
  ["client @ was denied", "source"],
  ["it sees @ as the client", "source"],
  ["@ connects to our database", "source"],
  ["@ shows up as the source", "source"],
  ["@ is hitting our login page", "source"],
  ["blocked request by @", "source"],
  ["the host name resolves to @", "destination"],
  ["I can't connect to @", "destination"],
  ["dial tcp @: i/o timeout", "destination"],
  ["curl http://@/", "destination"],
  ["ping @", "destination"],
  ["cannot reach @ from a pod", "destination"],
  ["traffic goes to @", "destination"],
  ["-> @", "destination"],
  ["10.0.0.1 -> @", "destination"],
  ["10.0.0.1:443 → @", "destination"],
  ["nameserver @", "destination"],
  ["the ClusterIP is @", "destination"],
  ["we call @ from our app", "destination"],
  ["telnet @ 443", "destination"],
  ["a request to @ hangs", "destination"],
  ["packets to @ are dropped", "destination"],
  ["the DNS name points to @", "destination"],
  ["from 10.0.0.1 to @", "destination"],
  ["from @ to 10.0.0.1", "source"],
  ["requests from 10.0.0.1 arrive at @", "destination"],
  ["src=@ dst=10.0.0.1", "source"],
  ["src=10.0.0.1 dst=@", "destination"],
  ["the app listens on @", "bound"],
  ["bind: cannot assign @", "bound"],
  ["bound to @", "bound"],
  ["should I listen on @ instead", "bound"],
  ["what is @", undefined],
  ["@", undefined],
  ["is @ private", undefined],
  ["pods use @", undefined],
];

function directionIn(text: string): Direction | undefined {
  const start = text.indexOf("@");
  const address = "100.64.3.7";
  return recogniseDirection(text.replace("@", address), start, start + address.length);
}

describe("recogniseDirection", () => {
  it.each(table)("in %j the address is %s", (text, direction) => {
    expect(directionIn(text)).toBe(direction);
  });

  it.each(table)("does not care for capitals in %j", (text, direction) => {
    expect(directionIn(text.toUpperCase())).toBe(direction);
  });

  it("does not look beyond the sentence", () => {
    expect(directionIn("I got this from a colleague. What is @")).toBeUndefined();
    expect(directionIn("Where does it come from? @")).toBeUndefined();
  });
});
