import { join } from "node:path";
import type { World } from "./answer-question.ts";
import type { Config } from "./config.ts";
import type { Registry } from "./core/network/registry.ts";
import type { Log } from "./jobs/log.ts";

const prompts = join(import.meta.dirname, "..", "prompts");

/** The model that the configuration names, ready to be asked; nothing where it names none. Throws ExplainIpError for a broken prompt. */
export async function connectModel({ model }: Config, registry: Registry, log: Log): Promise<Pick<World, "rephrase">> {
  if (!model) return {};
  const { createRephrase } = await import("./adapters/model/create-rephrase.ts");
  const { readPrompt } = await import("./adapters/files/read-prompt.ts");
  const { name, translates, pseudonyms, ...settings } = model;
  const rephrase = createRephrase({
    ...settings,
    model: name,
    prompt: readPrompt(join(prompts, "rephrase-answer.md")),
    ...(translates ? { translatePrompt: readPrompt(join(prompts, "translate-answer.md")) } : {}),
    ...(pseudonyms ? { pseudonymsWithin: registry.rows.map(({ cidr }) => cidr) } : {}),
    log,
    now: () => new Date(),
  });
  return { rephrase };
}
