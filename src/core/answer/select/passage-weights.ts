/**
 * What speaks for and against saying a sentence of the knowledge, in points; one table, so that it can be tuned as a whole
 * (`npm run score`). Positive weights of words are per unit of rarity, a rare word having about six.
 */
export const passageWeights = {
  /** Of the slot: what to do and to check make way for what is. */
  fact: 0,
  step: -1,
  check: -3,
  /** The product it is about: named; what a named one builds on. Plain Kubernetes counts nothing. */
  named: 3,
  foundation: 1.5,
  /** Words in common with the thread; again for those in the sentences that ask. */
  words: 0.4,
  askingWords: 0.25,
  /** An address, version or name that both quote. */
  literal: 2,
  /** The article's conditions; those of topics are told in points by topic. */
  topic: 0.6,
  noTopic: -5,
  scope: 2,
  noScope: -10,
  role: 1,
  noRole: -5,
  phrase: 5,
  noPhrase: -5,
  hint: 2.5,
  /** Its first statement is about the network that an address of the question lies in; shared among the networks it names. */
  holds: 5,
  /** Words in common with the whole article, and with the best of the questions that it says it answers. */
  articleWords: 0.15,
  asks: 0.8,
  /** Per place after the first: an article says first what matters most. */
  position: -1,
  /** A fact that bears on the topics; a walk's and a candidate's come as pieces of their own. */
  bearing: 3,
  /** A range whose role the question names: "the Service range". */
  roleNamed: 2,
  /** That very range of the very product that is named, where ranges are asked for. */
  askedRange: 10,
  /** Any range of it, where nothing says for what. */
  askedAnyRange: 5,
  /** From an organisation's own records: they know their place better than any documentation. */
  own: 8,
  former: -2,
  /** It speaks of other products than those named. */
  others: -4,
  /** Per word: the room it takes. */
  length: -0.08,
} as const;
