import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { findPostgres, type TestPostgres } from "../support/postgres.ts";
import { type SlackServer, startSlackServer } from "../support/slack-server/slack-server.ts";
import { type Gate, openGate } from "./open-gate.ts";
import { type Bot, launchBot, showingBots, startBot } from "./start-bot.ts";
import { slackSettings } from "./surroundings.ts";

jest.setTimeout(40_000);

const questions = 40;
const CHANNELS = ["C100GENERAL", "G100PRIVATE"];
const found = findPostgres();

if ("missing" in found) {
  it.skip(`two processes share one Postgres: skipped, ${found.missing}`, () => undefined);
} else {
  describe("a bot and a further worker on one Postgres", () => {
    let postgres: TestPostgres;
    let slack: SlackServer;
    let slowWay: Gate;
    let bot: Bot;
    let worker: Bot;

    beforeAll(async () => {
      [postgres, slack] = await Promise.all([
        found.start(),
        startSlackServer({ subscriptions: ["app_mention", "message.channels", "message.groups"] }),
      ]);
      // Each post takes so long that neither of the two can be done before the other has looked into the store.
      slowWay = await openGate(slack.apiUrl, { delayMs: 250 });
      const settings = { ...slackSettings({ apiUrl: `${slowWay.url}/api/` }), DATABASE_URL: await postgres.freshUrl() };
      // Both at once: whoever comes first makes the tables.
      worker = launchBot(settings, { command: "work" });
      [bot] = await Promise.all([startBot(settings), worker.untilSaid(/Working on the questions/)]);
    });

    afterAll(async () => {
      for (const each of [bot, worker]) each.send("SIGKILL");
      await Promise.all([bot.ended, worker.ended, slack.close(), slowWay.shut()]);
      await postgres.remove();
    });

    it(
      "share the questions, and each gets one reply in its own thread",
      showingBots(async () => {
        const asked = Array.from({ length: questions }, (_, index) => {
          const channel = CHANNELS[index % 2] ?? "";
          return slack.say({ channel, text: `@explain-ip What is 10.0.${index}.1?`, times: 2 });
        });
        const [publicReplies, privateReplies] = await Promise.all(
          CHANNELS.map((channel) => slack.untilReplies(channel, questions / 2, 30_000)),
        );
        await slack.settled();
        const replies = [...(publicReplies ?? []), ...(privateReplies ?? [])];
        const threads = replies.map(({ threadTs }) => threadTs);
        expect(threads.toSorted()).toEqual(asked.map(({ ts }) => ts).toSorted());
        for (const { ts, text } of asked) {
          const address = /10\.0\.\d+\.1/.exec(text)?.[0] ?? "";
          expect(replies.find(({ threadTs }) => threadTs === ts)?.text).toContain(`${address}\``);
        }
        expect(slack.calls.filter(({ method }) => method === "chat.postMessage")).toHaveLength(questions);
      }),
    );

    it(
      "both had their part, only one listens, and both stop with 0",
      showingBots(async () => {
        expect(slack.connections()).toBe(1);
        for (const each of [bot, worker]) each.send("SIGTERM");
        expect([await bot.ended, await worker.ended]).toMatchObject([{ code: 0 }, { code: 0 }]);
        const done = [bot, worker].map((each) => each.output().match(/job-done/g)?.length ?? 0);
        expect(Math.min(...done)).toBeGreaterThan(0);
        expect(done.reduce((sum, count) => sum + count, 0)).toBe(questions);
        expect(worker.output()).not.toContain("explain-ip is at");
      }),
    );
  });
}
