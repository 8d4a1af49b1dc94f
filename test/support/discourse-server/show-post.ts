import type { ForumData, ForumPost } from "./forum-data.ts";

/** A post as the API shows it (PostSerializer); `raw` only where it is asked for. */
export function showPost(post: ForumPost, options: { readonly raw: boolean }) {
  const { id, number, type, user, topic, createdAt, version, hidden, deletedAt, replyTo } = post;
  return {
    id,
    username: user.username,
    created_at: createdAt,
    cooked: cook(post.raw),
    ...(options.raw ? { raw: post.raw } : {}),
    post_number: number,
    post_type: type,
    updated_at: createdAt,
    reply_to_post_number: replyTo,
    topic_id: topic.id,
    version,
    user_id: user.id,
    staff: user.staff,
    trust_level: user.staff ? 4 : 1,
    hidden,
    user_deleted: false,
    deleted_at: deletedAt,
  };
}

/** A post as a webhook carries it (WebHookPostSerializer). */
export function showPostEvent(post: ForumPost, data: ForumData) {
  const posts = data.postsOf(post.topic);
  return {
    ...showPost(post, { raw: true }),
    topic_title: post.topic.title,
    topic_posts_count: posts.length,
    topic_filtered_posts_count: posts.filter(({ type }) => type === 1).length,
    topic_archetype: post.topic.archetype,
    category_id: post.topic.category?.id ?? null,
    ...(post.topic.category ? { category_slug: post.topic.category.slug } : {}),
  };
}

/** Thin: paragraphs only. Comments vanish, as Discourse's sanitizer makes them. */
function cook(raw: string): string {
  return raw
    .replace(/<!--[\s\S]*?-->/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("\n");
}
