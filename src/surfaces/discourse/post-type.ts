/** Discourse's `Post.types`. A whisper is seen by the staff alone; a small action is "closed this topic" and its like. */
export const POST_TYPE = { regular: 1, moderatorAction: 2, smallAction: 3, whisper: 4 } as const;
