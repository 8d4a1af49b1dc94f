import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, jest, test } from "@jest/globals";
import { runCli } from "../support/run-cli.ts";
import { sampleOverlay, secretsOfOverlay } from "../support/sample-overlay-files.ts";
import { withFolder } from "../support/temporary-folder.ts";
import { showingBots, startBot } from "./start-bot.ts";

// Processes of their own, which on a busy machine take their time.
jest.setTimeout(120_000);

async function ask(url: string, question: string): Promise<string> {
  const response = await fetch(`${url}/v1/explain`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ question }),
  });
  expect(response.status).toBe(200);
  return response.text();
}

test(
  "the command line tells its user what the overlay says; whoever reaches the port is not told, before and after it changes",
  showingBots(() =>
    withFolder(sampleOverlay, async (overlay) => {
      const { stdout } = await runCli(["What is 10.88.3.4?"], { env: { EXPLAIN_IP_OVERLAY: overlay } });
      expect(stdout).toContain("the Quokka office VPN");

      const bot = await startBot({ EXPLAIN_IP_OVERLAY: overlay });
      expect(await ask(bot.url, "What is 10.88.3.4?")).not.toMatch(/quokka|wombat|own-networks/i);
      expect(await ask(bot.url, "What is 100.66.1.2 on k3s?")).not.toMatch(secretsOfOverlay);

      writeFileSync(join(overlay, "networks.yaml"), "networks: [{ id: office }]\n");
      expect(await bot.untilSaid(/"msg":"(knowledge-refused)"/)).toBe("knowledge-refused");
      expect(bot.output()).toMatch(/networks\.yaml:1 networks\[0\]\.name/);
      writeFileSync(join(overlay, "networks.yaml"), (sampleOverlay["networks.yaml"] ?? "").replace("Quokka", "Numbat"));
      await bot.untilSaid(/"msg":"(knowledge-taken-over)"/);
      expect(await ask(bot.url, "What is 10.88.3.4?")).not.toMatch(/quokka|wombat|numbat|own-networks/i);
      bot.send("SIGTERM");
      expect((await bot.ended).code).toBe(0);
    }),
  ),
);
