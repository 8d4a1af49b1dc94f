import type { DiscourseSettings } from "../discourse-settings.ts";

export type Visibility = "whisper" | "public";

/** Who sees the reply. Nobody asked for an answer to what was overheard: it stays a draft, except where a category is opened. */
export function chooseVisibility(
  addressed: boolean,
  categoryId: number | undefined,
  { replyAs, publicCategories = [] }: Pick<DiscourseSettings, "replyAs" | "publicCategories">,
): Visibility {
  if (categoryId !== undefined && publicCategories.includes(categoryId)) return "public";
  return addressed ? replyAs : "whisper";
}
