import { z } from "zod";

/** Where a reply goes, as this surface writes it into a question's origin and reads it back. */
const discoursePlace = z.object({
  topicId: z.int(),
  postNumber: z.int(),
  /** Absent in private messages and uncategorised topics. */
  categoryId: z.int().optional(),
  topicTitle: z.string(),
});

export type DiscoursePlace = z.infer<typeof discoursePlace>;

/** Reads a stored place back; undefined when it is not one of ours. */
export function readDiscoursePlace(place: Readonly<Record<string, unknown>>): DiscoursePlace | undefined {
  return discoursePlace.safeParse(place).data;
}
