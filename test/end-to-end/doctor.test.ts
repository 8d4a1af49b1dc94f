import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { type DiscourseServer, startDiscourseServer } from "../support/discourse-server/start-discourse-server.ts";
import { narrow } from "../support/kubernetes-server/accounts.ts";
import { type KubernetesServer, startKubernetesServer } from "../support/kubernetes-server/kubernetes-server.ts";
import { writeKubeconfig } from "../support/kubernetes-server/write-kubeconfig.ts";
import { runCli } from "../support/run-cli.ts";
import { type SlackServer, startSlackServer } from "../support/slack-server/slack-server.ts";
import { openGate } from "./open-gate.ts";
import { clusterSettings, discourseSettings, slackSettings } from "./surroundings.ts";

jest.setTimeout(15_000);

let slack: SlackServer;
let forum: DiscourseServer;
let cluster: KubernetesServer;

beforeAll(async () => {
  [slack, forum, cluster] = await Promise.all([startSlackServer(), startDiscourseServer(), startKubernetesServer()]);
  forum.addKey("visitor", "key-of-a-visitor");
});

afterAll(() => Promise.all([slack.close(), forum.close(), cluster.close()]));

/** The lines by the name they are about. */
function byName(stdout: string): Record<string, string[]> {
  const lines: Record<string, string[]> = {};
  for (const line of stdout.trimEnd().split("\n")) {
    const [, state = "", name = "", detail = ""] = /^(ok|off|BROKEN) +([\w ]+): (.*)$/.exec(line) ?? [];
    lines[name] = [...(lines[name] ?? []), `${state} ${detail}`];
  }
  return lines;
}

describe("doctor", () => {
  it("says what is off and what would switch it on, where nothing is set", async () => {
    const { code, stdout, stderr } = await runCli(["doctor"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(byName(stdout)).toEqual({
      Node: [expect.stringMatching(/^ok v24\./)],
      Knowledge: [expect.stringMatching(/^ok .*\d+ products, \d+ facts, \d+ articles$/)],
      Store: ["ok data/explain-ip.sqlite: 0 accepted, 0 answered, 0 posting, 0 done, 0 failed"],
      Slack: [expect.stringMatching(/^off no SLACK_BOT_TOKEN/)],
      Discourse: ["off no DISCOURSE_URL"],
      "Language model": [expect.stringMatching(/^off no OPENAI_API_KEY/)],
      "Live cluster": ["off no EXPLAIN_IP_KUBE_CONTEXT"],
    });
  });

  it("asks everything that is set, and changes nothing there", async () => {
    const env = {
      ...slackSettings(slack),
      ...discourseSettings(forum),
      ...(await clusterSettings(cluster)),
      EXPLAIN_IP_MODEL: "stand-in-model",
      OPENAI_API_KEY: "sk-stand-in",
    };
    const { code, stdout } = await runCli(["doctor"], { env });
    expect(byName(stdout)).toMatchObject({
      Slack: ["ok in Socket Mode"],
      Discourse: [`ok ${forum.url}, webhook at /discourse/webhook, replies as whisper`],
      "Language model": ["ok stand-in-model may rephrase answers"],
      "Live cluster": [expect.stringMatching(/^ok read-only.*context stand-in$/)],
    });
    expect(code).toBe(0);
    expect(slack.calls.map(({ method }) => method)).toEqual(["auth.test"]);
    expect(slack.connections()).toBe(0);
    expect(forum.calls.map(({ method }) => method)).toEqual(["GET"]);
    expect(new Set(cluster.attempts.map(({ verb }) => verb))).toEqual(new Set(["get", "list"]));
  });

  it("says of each thing that is broken what is wrong and what to do, and ends with 4", async () => {
    const env = {
      ...slackSettings(slack),
      SLACK_BOT_TOKEN: "xoxb-refused-secret",
      ...discourseSettings({ ...forum, apiKey: "refused-secret" }),
      ...(await clusterSettings(cluster)),
      KUBECONFIG: await writeKubeconfig(cluster, "refused-secret"),
      EXPLAIN_IP_KNOWLEDGE: "no-such-folder",
      EXPLAIN_IP_DATA: "/dev/null/data",
    };
    const { code, stdout, stderr } = await runCli(["doctor"], { env });
    expect(byName(stdout)).toMatchObject({
      Knowledge: [expect.stringMatching(/^BROKEN .*no-such-folder/)],
      Store: [expect.stringMatching(/^BROKEN .*Check that the folder exists/)],
      Slack: [expect.stringMatching(/^BROKEN Slack refuses the bot token: invalid_auth\. .*copy the Bot User/)],
      Discourse: [expect.stringMatching(/^BROKEN .*403.*key/)],
      "Live cluster": [expect.stringMatching(/^BROKEN .*401|token|credentials/)],
    });
    expect(code).toBe(4);
    expect(stdout + stderr).not.toContain("refused-secret");
  });

  it("warns where it works but not as wanted, and names each right that is missing", async () => {
    const visitor = { ...forum, bot: { ...forum.bot, username: "visitor" }, apiKey: "key-of-a-visitor" };
    const env = {
      ...discourseSettings(visitor),
      ...(await clusterSettings(cluster)),
      KUBECONFIG: await writeKubeconfig(cluster, narrow.token),
    };
    const { code, stdout } = await runCli(["doctor", "--json"], { env });
    const diagnoses: { name: string; state: string; detail: string }[] = JSON.parse(stdout);
    const about = (name: string) => diagnoses.filter((diagnosis) => diagnosis.name === name);
    expect(about("Discourse")).toMatchObject([{ state: "ok", detail: expect.stringContaining("visitor is no staff") }]);
    expect(about("Live cluster").length).toBeGreaterThan(1);
    for (const { state } of about("Live cluster")) expect(state).toBe("broken");
    expect(about("Live cluster").map(({ detail }) => detail)).toContainEqual(expect.stringContaining("nodes"));
    expect(code).toBe(4);
  });

  it("calls what cannot be reached broken", async () => {
    const nobody = await openGate(forum.url);
    await nobody.shut();
    const env = {
      ...slackSettings({ apiUrl: `${nobody.url}/api/` }),
      ...discourseSettings({ ...forum, url: nobody.url }),
    };
    const { code, stdout } = await runCli(["doctor"], { env });
    expect(byName(stdout)).toMatchObject({
      Slack: [expect.stringMatching(/^BROKEN Slack could not be reached.*ECONNREFUSED.*Check the network/)],
      Discourse: [expect.stringMatching(/^BROKEN Discourse did not answer \(ECONNREFUSED\)/)],
    });
    expect(code).toBe(4);
  });
});
