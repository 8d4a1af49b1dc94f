import { type WatchedFolders, watchFolders } from "./adapters/files/watch-folders.ts";
import { type Explainer, knowledgeFoldersOf } from "./build-explainer.ts";
import type { Config } from "./config.ts";
import { describeError } from "./errors.ts";
import type { Log } from "./jobs/log.ts";

/**
 * Puts the knowledge in use as soon as its files change, without a restart. Broken files change nothing: what is wrong with
 * them is logged, and the last sound knowledge stays.
 */
export function followKnowledge(config: Config, explainer: Explainer, log: Log): WatchedFolders {
  const { folder, overlay } = knowledgeFoldersOf(config);
  return watchFolders(
    overlay === undefined ? [folder] : [folder, overlay],
    () => takeOver(explainer, log),
    (error) => log("knowledge-not-watched", { reason: describeError(error) }),
  );
}

function takeOver(explainer: Explainer, log: Log): void {
  try {
    explainer.reload();
  } catch (error) {
    log("knowledge-refused", { kept: versionOf(explainer), reason: describeError(error) });
    return;
  }
  const { products, facts, articles } = explainer.views().internal.knowledge;
  const counts = { products: products.size, facts: facts.size, articles: articles.length };
  log("knowledge-taken-over", { version: versionOf(explainer), ...counts });
}

function versionOf(explainer: Explainer): string {
  return explainer.views().public.knowledge.version;
}
