/** What we may ask back about, one question each. */
export type AskedAttribute = "plugin" | "place" | "kind" | "seen" | "ranges";

/** How each is asked. In our own earlier messages a question is known again by these words. */
export const askedTexts: Readonly<Record<AskedAttribute, string>> = {
  plugin: "Which network plugin (CNI) does the cluster use?",
  place: "Where does this run?",
  kind: "What kind of place does this run in?",
  ranges: "Which ranges are meant, with their prefix lengths?",
  seen: "Was it seen as a source or as a destination?",
};

/** The answers to how an address was seen. */
export const seenAnswers = { source: "as a source", destination: "as a destination" } as const;

/** The way out that every question offers. */
export const SOMETHING_ELSE = "something else";
