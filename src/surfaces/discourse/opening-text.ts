import type { DiscoursePlace } from "./discourse-place.ts";

/** A post's text, with the topic's title before the first one: people put half of the question there. */
export function openingText(place: DiscoursePlace, postNumber: number, text: string): string {
  return postNumber === 1 ? `${place.topicTitle}\n\n${text}`.trim() : text;
}
