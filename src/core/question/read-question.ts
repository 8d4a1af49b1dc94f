import { formatAddress } from "../network/address.ts";
import { rangeToCidrs } from "../network/address-range.ts";
import { blockOfOne, formatCidr } from "../network/cidr.ts";
import { directionOfReplies, spellOutReplies } from "./asked/apply-replies.ts";
import { type Asked, readReplies } from "./asked/read-replies.ts";
import type { Entities } from "./entities.ts";
import { extractEntities } from "./extract-entities.ts";
import { findInListings } from "./listing/find-in-listings.ts";
import type { Question } from "./question.ts";
import type { NamedProduct, Reading } from "./reading.ts";
import { recogniseDirection } from "./recognise-direction.ts";
import { type Intent, recogniseIntent } from "./recognise-intent.ts";
import type { ProductLexicon } from "./recognise-products.ts";
import { recogniseTopics } from "./recognise-topics.ts";
import { settleProducts } from "./settle-products.ts";
import type { Subject } from "./subject.ts";

type ReadMessage = { readonly text: string; readonly entities: Entities; readonly inThread: boolean };

/** Reads a question with its whole thread, the newest message leading: what it names, what it asks, what it wants. */
export function readQuestion(question: Question, lexicon: ProductLexicon): Reading {
  const earlier = question.thread.filter((message) => !message.fromBot).map((message) => message.text);
  const messages: ReadMessage[] = [question.text, ...earlier.toReversed()].map((text, i) => ({
    text,
    entities: extractEntities(text),
    inThread: i > 0,
  }));
  const [newest] = messages;
  if (newest === undefined) throw new Error("unreachable: the question itself is a message");
  const asked = readReplies(question);
  const seen = directionOfReplies(asked.replies);
  const ownTopics = recogniseTopics(question.text);
  return {
    entities: newest.entities,
    subjects: distinct(messages.flatMap(subjectsOf), (subject) => formatCidr(subject.block)).map(
      (subject): Subject => (seen && !subject.direction ? { ...subject, direction: seen } : subject),
    ),
    hostnames: distinct(
      messages.flatMap((message) => message.entities.hostnames),
      (mention) => mention.value.name,
    ),
    ...settleProducts(spellOutReplies(question, asked.replies), lexicon, givenProduct(question)),
    asked,
    topics: distinct([...ownTopics, ...earlier.flatMap(recogniseTopics)], (found) => found.topic),
    intent: intentOf(question, asked),
    listings: findInListings(messages.map((message) => message.text)),
    text: messages.map((message) => message.text).join("\n"),
  };
}

/** Who answers what we asked wants the answer to what they asked. */
function intentOf({ text, thread }: Question, { replies }: Asked): Intent {
  const intent = recogniseIntent(text);
  const reply = replies.find(({ at }) => at === thread.length);
  return intent.kind === "tell" && reply ? { kind: "ask", reason: reply.reason } : intent;
}

function givenProduct({ product }: Question): NamedProduct[] {
  return product ? [{ product, reason: `${product} was given with the question`, inThread: false }] : [];
}

function subjectsOf({ text, entities, inThread }: ReadMessage): Subject[] {
  const place = (mention: { text: string; start: number; end: number }) => {
    const direction = recogniseDirection(text, mention.start, mention.end);
    return { start: mention.start, written: mention.text, inThread, ...(direction ? { direction } : {}) };
  };
  const subjects = [
    ...entities.addresses.map((m) => ({ ...place(m), block: blockOfOne(m.value), kind: "address" as const })),
    ...entities.cidrs.map((m) => ({ ...place(m), block: m.value, kind: "block" as const })),
    ...entities.hostnames.flatMap(({ value: { encodes }, ...mention }) =>
      encodes
        ? {
            ...place({ ...mention, text: formatAddress(encodes) }),
            block: blockOfOne(encodes),
            kind: "address" as const,
          }
        : [],
    ),
    ...entities.findings.flatMap(({ readsAs, ...mention }) =>
      readsAs
        ? {
            ...place({ ...mention, text: formatAddress(readsAs) }),
            block: blockOfOne(readsAs),
            kind: "address" as const,
          }
        : [],
    ),
    ...entities.ranges.flatMap((m) =>
      rangeToCidrs(m.value)
        .slice(0, 1)
        .map((block) => ({ ...place(m), block, kind: "range" as const, range: m.value })),
    ),
  ];
  return subjects.toSorted((a, b) => a.start - b.start).map(({ start: _, ...subject }) => subject);
}

function distinct<T>(items: readonly T[], key: (item: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const item of items) if (!seen.has(key(item))) seen.set(key(item), item);
  return [...seen.values()];
}
