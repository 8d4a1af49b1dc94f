/**
 * For each bucket of numbers that are equal once `shift` bits are taken off, how many of the unsigned 32-bit numbers lie in the
 * buckets before it; one more entry than there are buckets.
 */
export function countBelowBuckets(numbers: Uint32Array, shift: number): Uint32Array {
  const counts = new Uint32Array(2 ** (32 - shift) + 1);
  for (const number of numbers) {
    const after = (number >>> shift) + 1;
    counts[after] = (counts[after] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < counts.length; bucket++) {
    counts[bucket] = (counts[bucket] ?? 0) + (counts[bucket - 1] ?? 0);
  }
  return counts;
}
