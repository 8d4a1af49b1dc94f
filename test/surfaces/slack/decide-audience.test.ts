import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type ChannelSigns, decideAudience } from "../../../src/surfaces/slack/receive/decide-audience.ts";

const INSIDE: ChannelSigns = {
  direct: false,
  externallyShared: false,
  pendingExternallyShared: undefined,
  authorTeams: ["T100"],
  authorIsGuest: undefined,
};

describe("decideAudience", () => {
  it.each<[string, Partial<ChannelSigns>, string]>([
    ["a channel that is not shared, its author from our team", {}, "internal-channel"],
    ["a direct message of one of us", { direct: true }, "direct-message"],
    ["an author of the further team that counts as inside", { authorTeams: ["E100"] }, "internal-channel"],
    ["a channel shared through Slack Connect", { externallyShared: true }, "shared-channel"],
    ["nothing said about sharing", { externallyShared: undefined }, "shared-channel"],
    ["sharing offered and not accepted yet", { pendingExternallyShared: true }, "shared-channel"],
    ["an author from another team", { authorTeams: ["T900"] }, "shared-channel"],
    ["an author with one foot outside", { authorTeams: ["T100", "T900"] }, "shared-channel"],
    ["an author whose team is not named", { authorTeams: [] }, "shared-channel"],
    ["a guest", { authorIsGuest: true }, "shared-channel"],
    ["a direct message of a stranger", { direct: true, authorTeams: ["T900"] }, "shared-channel"],
    [
      "a direct message that says nothing about sharing",
      { direct: true, externallyShared: undefined },
      "shared-channel",
    ],
  ])("%s", (_name, signs, audience) => {
    expect(decideAudience({ ...INSIDE, ...signs }, ["T100", "E100"])).toBe(audience);
  });

  it("never trusts a channel unless everything speaks for it", () => {
    const maybe = fc.constantFrom(true, false, undefined);
    const signs = fc.record({
      direct: fc.boolean(),
      externallyShared: maybe,
      pendingExternallyShared: maybe,
      authorTeams: fc.array(fc.constantFrom("T100", "T900")),
      authorIsGuest: maybe,
    });
    fc.assert(
      fc.property(signs, (one) => {
        const doubtful =
          one.externallyShared !== false ||
          one.pendingExternallyShared === true ||
          one.authorIsGuest === true ||
          one.authorTeams.length === 0 ||
          one.authorTeams.includes("T900");
        expect(decideAudience(one, ["T100"]) === "shared-channel").toBe(doubtful);
      }),
    );
  });
});
