import {
  type ForumCategory,
  ForumData,
  type ForumPost,
  type ForumTopic,
  type ForumUser,
  type NewPost,
} from "./forum-data.ts";
import { type ApiCall, serveApi } from "./serve-api.ts";
import { showPostEvent } from "./show-post.ts";
import { Troubles } from "./troubles.ts";
import { type WebhookDelivery, WebhookSender } from "./webhook-sender.ts";

/** A forum over real HTTP on loopback. Everything that happens to posts reaches the webhooks, the bot's own posts too. */
export type DiscourseServer = {
  readonly url: string;
  /** The account the bot runs under; staff, so that it sees and writes whispers. */
  readonly bot: ForumUser;
  readonly apiKey: string;
  readonly addUser: (username: string, more?: { staff?: boolean }) => ForumUser;
  readonly addKey: (username: string, key: string) => void;
  readonly addCategory: (slug: string) => ForumCategory;
  readonly addTopic: (title: string, more?: Partial<Pick<ForumTopic, "archetype" | "category">>) => ForumTopic;
  readonly addPost: (post: NewPost) => ForumPost;
  readonly editPost: (post: ForumPost, raw: string) => void;
  readonly deletePost: (post: ForumPost) => void;
  readonly postsOf: (topic: ForumTopic) => readonly ForumPost[];
  readonly botPosts: () => readonly ForumPost[];
  readonly deliverTo: (url: string, secret: string) => void;
  /** Sends an event about a post once more, with a new event id. */
  readonly deliverAgain: (post: ForumPost) => void;
  readonly ping: () => void;
  /** Resolves when every delivery under way has its answer. */
  readonly settled: () => Promise<void>;
  /** Makes the scheduled retries now; `scheduledRetries` says in how many minutes Discourse would. */
  readonly retryNow: () => Promise<void>;
  readonly scheduledRetries: () => readonly number[];
  readonly webhookIsActive: () => boolean;
  readonly deliveries: readonly WebhookDelivery[];
  readonly calls: readonly ApiCall[];
  readonly troubles: Troubles;
  readonly close: () => Promise<void>;
};

/** Starts an empty forum with a bot account and its key. */
export async function startDiscourseServer({ botName = "explain-ip" } = {}): Promise<DiscourseServer> {
  const data = new ForumData();
  const troubles = new Troubles();
  const calls: ApiCall[] = [];
  let url = "";
  const sender = new WebhookSender(() => url);
  const emit = (event: string, post: ForumPost) =>
    sender.emit(event, JSON.stringify({ post: showPostEvent(post, data) }));
  const app = serveApi({ data, troubles, calls, posted: (post) => emit("post_created", post) });
  const bot = data.addUser(botName, { staff: true });
  const apiKey = "stand-in-key-of-the-bot";
  data.keys.set(apiKey, bot);
  url = await app.listen({ host: "127.0.0.1", port: 0 });

  return {
    url,
    bot,
    apiKey,
    addUser: (username, more) => data.addUser(username, more),
    addKey: (username, key) => void data.keys.set(key, data.findUser(username) ?? data.addUser(username)),
    addCategory: (slug) => data.addCategory(slug),
    addTopic: (title, more) => data.addTopic(title, more),
    addPost: (newPost) => {
      const post = data.addPost(newPost);
      emit("post_created", post);
      return post;
    },
    editPost: (post, raw) => {
      post.raw = raw;
      post.version += 1;
      emit("post_edited", post);
    },
    deletePost: (post) => {
      post.deletedAt = new Date().toISOString();
      emit("post_destroyed", post);
    },
    postsOf: (topic) => data.postsOf(topic),
    botPosts: () => data.posts.filter(({ user }) => user === bot),
    deliverTo: (to, secret) => void sender.hooks.push({ url: to, secret, active: true }),
    deliverAgain: (post) => emit("post_created", post),
    ping: () => sender.emit("ping", JSON.stringify({ ping: "OK" })),
    settled: () => sender.settled(),
    retryNow: () => sender.retryNow(),
    scheduledRetries: () => sender.scheduled(),
    webhookIsActive: () => sender.hooks.every(({ active }) => active),
    deliveries: sender.deliveries,
    calls,
    troubles,
    close: async () => {
      await sender.settled();
      await app.close();
    },
  };
}
