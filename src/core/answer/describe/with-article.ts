/** "a pod", "an internal join network": the article by the first letter, which is right for our own nouns. */
export function withArticle(noun: string): string {
  return /^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}
