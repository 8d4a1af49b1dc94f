/** How often each item comes. */
export function countEach(items: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** True where both hold the same items, each as often. */
export function isSameBag(a: Iterable<string>, b: Iterable<string>): boolean {
  const [left, right] = [countEach(a), countEach(b)];
  return left.size === right.size && [...left].every(([item, count]) => right.get(item) === count);
}
