import type { Question } from "../question.ts";
import { telling } from "../telling-words.ts";
import { type AskedAttribute, SOMETHING_ELSE } from "./asked-attribute.ts";
import { type AskedQuestion, readAsked } from "./read-asked.ts";

/** What somebody answered to a question of ours. `option` is one that was offered, as it was written. */
export type Reply = {
  readonly attribute: AskedAttribute;
  readonly option: string;
  /** All that was offered. */
  readonly options: readonly string[];
  readonly reason: string;
  /** Which message it is: its place in the thread, whose length stands for the newest. */
  readonly at: number;
};

/** What we asked in a thread, and how it was answered: the message after a question of ours is held against its answers. */
export type Asked = { readonly attributes: ReadonlySet<AskedAttribute>; readonly replies: readonly Reply[] };

/** Reads a thread for questions of ours and what came back; linear in its messages. */
export function readReplies({ thread, text }: Pick<Question, "thread" | "text">): Asked {
  const attributes = new Set<AskedAttribute>();
  const replies: Reply[] = [];
  let open: AskedQuestion | undefined;
  for (const [i, message] of [...thread, { text, fromBot: false }].entries()) {
    if (message.fromBot) {
      open = readAsked(message.text);
      if (open) attributes.add(open.attribute);
      continue;
    }
    const option = open && matchOption(message.text, open.options);
    if (open && option !== undefined) {
      const reason = `"${message.text.trim()}" answers our question: ${option}`;
      replies.push({ ...open, option, reason, at: i });
      open = undefined;
    }
  }
  return { attributes, replies };
}

const MOST_WORDS = 12;
const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"];
const lead = "(?:it'?s |it is |i think |probably |answer |option |number |no\\. ?|#|the )*";
const byNumber = new RegExp(`^${lead}(\\d)[.)]?$`);
const byOrdinal = new RegExp(`^${lead}(${ordinals.join("|")}|last)(?: one| option)?$`);
const noneOfThem =
  /^(?:something else|none(?: of (?:these|those|them|the above))?|neither(?: of (?:these|those|them))?|other)$/;

/** The option that a short message picks: by number, by place in the list, or by words that only one of them has. */
export function matchOption(message: string, options: readonly string[]): string | undefined {
  const text = message
    .trim()
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/[.!]+$/, "");
  const [, digit] = byNumber.exec(text) ?? [];
  if (digit !== undefined) return options[Number(digit) - 1];
  const [, word] = byOrdinal.exec(text) ?? [];
  if (word !== undefined) return word === "last" ? options.at(-1) : options[ordinals.indexOf(word)];
  if (noneOfThem.test(text)) return options.find((option) => option === SOMETHING_ELSE);
  const isPlain = text.split(/\s+/).length <= MOST_WORDS && !/\?|\b(?:not|no|don't|isn't|unsure|unknown)\b/.test(text);
  return isPlain ? matchWords(text, options) : undefined;
}

function matchWords(text: string, options: readonly string[]): string | undefined {
  const said = telling(text);
  const shared = options.map((option) => telling(option).intersection(said).size);
  const most = Math.max(0, ...shared);
  return most > 0 && shared.filter((count) => count === most).length === 1 ? options[shared.indexOf(most)] : undefined;
}
