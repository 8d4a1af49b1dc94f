/** The stand-in's own words for what a forum holds. `staff` sees whispers and may write them. */
export type ForumUser = { readonly id: number; readonly username: string; readonly staff: boolean };

export type ForumCategory = { readonly id: number; readonly slug: string };

export type ForumTopic = {
  readonly id: number;
  readonly title: string;
  readonly archetype: "regular" | "private_message";
  readonly category: ForumCategory | undefined;
};

/** `type` as in Discourse: 1 regular, 2 moderator action, 3 small action, 4 whisper. */
export type ForumPost = {
  readonly id: number;
  readonly topic: ForumTopic;
  readonly number: number;
  readonly type: number;
  readonly user: ForumUser;
  readonly replyTo: number | null;
  readonly createdAt: string;
  raw: string;
  version: number;
  hidden: boolean;
  deletedAt: string | null;
};

export type NewPost = {
  readonly topic: ForumTopic;
  readonly username: string;
  readonly raw: string;
  readonly type?: number;
  readonly replyTo?: number | null;
  readonly hidden?: boolean;
  readonly createdAt?: string;
};

/** Everything a forum holds, in memory; ids count up from numbers that are not each other's. */
export class ForumData {
  readonly users: ForumUser[] = [
    { id: -1, username: "system", staff: true },
    { id: -2, username: "discobot", staff: false },
  ];
  readonly categories: ForumCategory[] = [];
  readonly topics: ForumTopic[] = [];
  readonly posts: ForumPost[] = [];
  /** API keys with the one user each may act for. */
  readonly keys = new Map<string, ForumUser>();

  addUser(username: string, { staff = false }: { staff?: boolean } = {}): ForumUser {
    const user = { id: 100 + this.users.length, username, staff };
    this.users.push(user);
    return user;
  }

  addCategory(slug: string): ForumCategory {
    const category = { id: 5 + this.categories.length, slug };
    this.categories.push(category);
    return category;
  }

  addTopic(title: string, more: Partial<Pick<ForumTopic, "archetype" | "category">> = {}): ForumTopic {
    const topic = {
      id: 700 + this.topics.length,
      title,
      archetype: more.archetype ?? ("regular" as const),
      category: more.category,
    };
    this.topics.push(topic);
    return topic;
  }

  /** The writer is made on the spot when there is no such user yet. */
  addPost({ topic, username, raw, type = 1, replyTo = null, hidden = false, createdAt }: NewPost): ForumPost {
    const post: ForumPost = {
      id: 9000 + this.posts.length,
      topic,
      number: this.postsOf(topic).length + 1,
      type,
      user: this.findUser(username) ?? this.addUser(username),
      replyTo,
      createdAt: createdAt ?? new Date().toISOString(),
      raw,
      version: 1,
      hidden,
      deletedAt: null,
    };
    this.posts.push(post);
    return post;
  }

  findUser(username: string): ForumUser | undefined {
    return this.users.find((user) => user.username.toLowerCase() === username.toLowerCase());
  }

  postsOf(topic: ForumTopic): ForumPost[] {
    return this.posts.filter((post) => post.topic === topic);
  }

  /** What one user finds in a topic: no deleted posts, and whispers only for staff or by themselves (TopicView in Discourse). */
  visiblePosts(topic: ForumTopic, reader: ForumUser): ForumPost[] {
    return this.postsOf(topic).filter(
      (post) => post.deletedAt === null && (post.type !== 4 || reader.staff || post.user === reader),
    );
  }
}
