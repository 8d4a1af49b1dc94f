import { expect, it } from "@jest/globals";
import { chooseVisibility } from "../../../src/surfaces/discourse/delivery/choose-visibility.ts";

it.each([
  ["whisper", [], true, 5, "whisper"],
  ["whisper", [], false, 5, "whisper"],
  ["public", [], true, 5, "public"],
  ["public", [], false, 5, "whisper"],
  ["whisper", [5], true, 5, "public"],
  ["whisper", [5], false, 5, "public"],
  ["whisper", [5], true, 6, "whisper"],
  ["public", [5], false, 6, "whisper"],
  ["whisper", [5], true, undefined, "whisper"],
  ["public", [5], true, undefined, "public"],
] as const)(
  "replyAs %s, public categories %j, addressed %s, category %s: %s",
  (replyAs, publicCategories, addressed, category, expected) => {
    expect(chooseVisibility(addressed, category, { replyAs, publicCategories })).toBe(expected);
  },
);
