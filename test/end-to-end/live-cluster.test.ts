import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { type DiscourseServer, startDiscourseServer } from "../support/discourse-server/start-discourse-server.ts";
import { type KubernetesServer, startKubernetesServer } from "../support/kubernetes-server/kubernetes-server.ts";
import { standInContext } from "../support/kubernetes-server/write-kubeconfig.ts";
import { IDENTITIES } from "../support/slack-server/identities.ts";
import { type SlackServer, startSlackServer } from "../support/slack-server/slack-server.ts";
import { shownText } from "./shown-text.ts";
import { type ListeningBot, readStore, showingBots, startBot } from "./start-bot.ts";
import { clusterSettings, deliverForumTo, discourseSettings, slackSettings, until } from "./surroundings.ts";

jest.setTimeout(20_000);

/** The recorded cluster has a pod shop/cart-0 with this address on worker-1, and a finished team-b/job-done that had it. */
const question = "Who has 10.244.1.20? Requests to our cart come from there.";
const namesInTheCluster = /cart-0|job-done|worker-1|shop\/|team-b/;
const INTERNAL = "C100GENERAL";
const SHARED = "C200SHARED";
const DIRECT = "D100DIRECT";

let cluster: KubernetesServer;
let slack: SlackServer;
let forum: DiscourseServer;
let bot: ListeningBot;

beforeAll(async () => {
  [cluster, slack, forum] = await Promise.all([startKubernetesServer(), startSlackServer(), startDiscourseServer()]);
  const settings = { ...slackSettings(slack), ...discourseSettings(forum), ...(await clusterSettings(cluster)) };
  bot = await startBot(settings);
  deliverForumTo(forum, bot);
});

afterAll(() => Promise.all([slack.close(), forum.close(), cluster.close()]));

/** Asks, and gives back the one more reply that comes. */
async function askInSlack(channel: string, text: string): Promise<string> {
  const before = slack.replies(channel).length;
  slack.say({ channel, text });
  const reply = (await slack.untilReplies(channel, before + 1)).at(-1);
  return reply ? JSON.stringify(reply) + shownText(reply) : "";
}

describe("with a live cluster", () => {
  it.each([
    { where: "an internal channel", channel: INTERNAL, text: `@explain-ip ${question}` },
    { where: "a direct message", channel: DIRECT, text: question },
  ])("$where is told the pod, where it runs, and who had the address", ({ channel, text }) =>
    showingBots(async () => {
      const reply = await askInSlack(channel, text);
      expect(reply).toMatch(/shop\/cart-0/);
      expect(reply).toMatch(/worker-1/);
      expect(reply).toMatch(/job-done/);
    })(),
  );

  it(
    "a Service is found behind its name",
    showingBots(async () => {
      const reply = await askInSlack(INTERNAL, "@explain-ip What is behind web-lb.shop.svc.cluster.local?");
      expect(reply).toMatch(/10\.96\.200\.1/);
    }),
  );

  describe("of which nothing is shown, and for whom nothing is asked,", () => {
    let attempts: number;
    beforeAll(() => {
      attempts = cluster.attempts.length;
    });

    it(
      "in a channel shared with another organisation",
      showingBots(async () => {
        const reply = await askInSlack(SHARED, `@explain-ip ${question}`);
        expect(reply).toContain("10.244.1.20");
        expect(reply).not.toMatch(namesInTheCluster);
      }),
    );

    it(
      "where a person of another organisation asks",
      showingBots(async () => {
        const before = slack.replies(INTERNAL).length;
        slack.sendEvent(
          {
            type: "app_mention",
            user: "U900STRANGER",
            user_team: IDENTITIES.otherTeamId,
            team: IDENTITIES.teamId,
            channel: INTERNAL,
            ts: slack.say({ channel: INTERNAL, text: "nothing for the bot" }).ts,
            text: `<@${IDENTITIES.botUserId}> ${question}`,
          },
          INTERNAL,
        );
        const reply = (await slack.untilReplies(INTERNAL, before + 1)).at(-1);
        expect(JSON.stringify(reply)).toContain("10.244.1.20");
        expect(JSON.stringify(reply)).not.toMatch(namesInTheCluster);
      }),
    );

    it(
      "for a command, which does not say who shares its channel",
      showingBots(async () => {
        const channel = "G100PRIVATE";
        await slack.command({ channel, text: question });
        const [reply] = await slack.untilReplies(channel, 1);
        expect(JSON.stringify(reply)).toContain("10.244.1.20");
        expect(JSON.stringify(reply)).not.toMatch(namesInTheCluster);
      }),
    );

    it(
      "on the forum, not even in a whisper",
      showingBots(async () => {
        const topic = forum.addTopic("Who is this?");
        forum.addPost({ topic, username: "alice", raw: `@explain-ip ${question}` });
        await until(() => forum.botPosts().length === 1);
        expect(forum.botPosts()[0]?.raw).toContain("10.244.1.20");
        expect(forum.botPosts()[0]?.raw).not.toMatch(namesInTheCluster);
      }),
    );

    it(
      "over HTTP, page or JSON, nor which cluster it is",
      showingBots(async () => {
        const json = await fetch(`${bot.url}/v1/explain`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ question, surface: "cli" }),
        });
        const page = await fetch(bot.url, { method: "POST", body: new URLSearchParams({ question }) });
        for (const text of [await json.text(), await page.text()]) {
          expect(text).toContain("10.244.1.20");
          expect(text).not.toMatch(namesInTheCluster);
          expect(text).not.toContain(standInContext);
        }
      }),
    );

    it("the cluster was not asked, and the store holds nothing of it for them", () => {
      expect(cluster.attempts.length).toBe(attempts);
      const stored = readStore(bot).filter((job) => !/internal-channel|direct-message/.test(job));
      expect(stored).toHaveLength(3);
      for (const job of stored) expect(job).not.toMatch(namesInTheCluster);
    });
  });
});

describe("a cluster that does not answer", () => {
  it.each([
    { how: "is slow beyond patience", behaviour: { silent: ["pods", "services", "nodes", "ipaddresses"] } },
    { how: "refuses the account", behaviour: { answers: 401 } },
    { how: "fails", behaviour: { answers: 503 } },
  ])("because it $how is said so, and the rest of the answer comes", ({ behaviour }) =>
    showingBots(async () => {
      cluster.behave(behaviour);
      const reply = await askInSlack(INTERNAL, `@explain-ip ${question}`);
      expect(reply).toMatch(/The cluster could not be asked about/);
      expect(reply).toMatch(/RFC 1918/);
      expect(reply).not.toMatch(namesInTheCluster);
    })(),
  );

  it(
    "because it is down is said so, and the rest of the answer comes",
    showingBots(async () => {
      await cluster.close();
      const reply = await askInSlack(INTERNAL, `@explain-ip ${question}`);
      expect(reply).toMatch(/The cluster could not be asked about/);
      expect(reply).toMatch(/RFC 1918/);
    }),
  );
});
