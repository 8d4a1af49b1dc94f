/** A thing named in a text and where it stood: `text` is the slice `[start, end)` of UTF-16 code units, `reason` why it was taken. */
export type Mention<T> = {
  readonly value: T;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
};
