/** A message as people post it, and what is to be found, the most telling first: `as: names / others`. */
export type ListingCase = readonly [title: string, message: string, expected: readonly string[]];
