import type { Topic } from "./topic.ts";
import { topicLexicon } from "./topic-lexicon.ts";

export type RecognisedTopic = { readonly topic: Topic; readonly reason: string };

/** A text longer than this is a log with a question around it; its head and tail hold the question. */
const HEAD_AND_TAIL = 4_000;

/** What a text wants to know, with the words that say so. */
export function recogniseTopics(text: string): RecognisedTopic[] {
  const lower = headAndTail(text).toLowerCase();
  const found = (Object.keys(topicLexicon) as Topic[]).flatMap((topic) => {
    const match = topicLexicon[topic].map((pattern) => pattern.exec(lower)).find((found) => found !== null);
    return match ? { topic, reason: `"${match[0]}" asks for ${topic}` } : [];
  });
  // What a partner is to allow is our outgoing address: the allowlist is theirs.
  const isOutbound = found.some(({ topic }) => topic === "allow-outbound");
  return isOutbound ? found.filter(({ topic }) => topic !== "allow-inbound") : found;
}

/** The parts of a long text in which people write, as opposed to paste. */
export function headAndTail(text: string): string {
  if (text.length <= 2 * HEAD_AND_TAIL) return text;
  return `${text.slice(0, HEAD_AND_TAIL)}\n${text.slice(-HEAD_AND_TAIL)}`;
}
