/**
 * The marker of our own reply to a question: an HTML comment, which Discourse keeps in a post's `raw`, never shows, and
 * does not count towards the shortest length of a post.
 */
export function replyMarker(questionId: string): string {
  return `<!-- explain-ip: ${questionId} -->`;
}

/** The text of one of our own posts as a reader sees it. */
export function dropMarker(raw: string): string {
  return raw.replace(/<!-- explain-ip: [^>\n]* -->/g, "").trim();
}
