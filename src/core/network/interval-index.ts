import type { Address } from "./address.ts";
import { addressBits } from "./address.ts";

/** Cuts the number line into pieces: piece `i` goes from `starts[i]` up to the next start, and belongs to `owners[i]`. */
export type IntervalIndex = {
  /** The owner of the piece that `value` lies in; -1 before the first start. */
  readonly find: (value: bigint) => number;
};

/**
 * The number being looked up, big-endian, so that it can be compared in words of 32 bits: several times cheaper than comparing
 * bigints. IPv4 uses the last word only. One is enough for all tables because a look-up never yields.
 */
const key = new DataView(new ArrayBuffer(16));

function loadKey(value: bigint, words: number): void {
  key.setBigUint64(8, value);
  if (words === 4) key.setBigUint64(0, value >> 64n);
}

/**
 * Builds the index over ascending `starts`. A first step on the bits right after those that all starts have in common narrows the
 * search to a few starts, a binary search does the rest; so the cost hardly grows with the number of pieces.
 */
export function buildIntervalIndex(
  family: Address["family"],
  starts: readonly bigint[],
  owners: readonly number[],
): IntervalIndex {
  const words = addressBits[family] / 32;
  const keys = packWords(starts, words);
  const owner = Int32Array.from(owners);
  const skipped = countCommonBits(family, starts);
  const shift = 32 - bucketBits(starts.length);
  const buckets = countUpTo(starts, family, skipped, shift);
  const lowest = starts[0] ?? 1n << 128n;
  const highest = starts.at(-1) ?? 0n;

  function find(value: bigint): number {
    if (value < lowest) return -1;
    if (value >= highest) return owner[owner.length - 1] ?? -1;
    loadKey(value, words);
    const bucket = readWindow(skipped, words) >>> shift;
    let low = buckets[bucket] ?? 0;
    let high = buckets[bucket + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (startsAfterKey(keys, middle, words)) high = middle;
      else low = middle + 1;
    }
    return owner[low - 1] ?? -1;
  }
  return { find };
}

/** Whether start number `index` is above the loaded key. */
function startsAfterKey(keys: Uint32Array, index: number, words: number): boolean {
  const offset = 16 - 4 * words;
  for (let word = 0; word < words; word++) {
    const start = keys[index * words + word] ?? 0;
    const wanted = key.getUint32(offset + 4 * word);
    if (start !== wanted) return start > wanted;
  }
  return false;
}

/** The 32 bits of the loaded key that follow its first `skipped` bits, filled up with zeros. */
function readWindow(skipped: number, words: number): number {
  const offset = 16 - 4 * words + 4 * (skipped >>> 5);
  const bits = skipped & 31;
  const first = key.getUint32(offset);
  if (bits === 0) return first;
  const second = offset < 12 ? key.getUint32(offset + 4) : 0;
  return ((first << bits) | (second >>> (32 - bits))) >>> 0;
}

function packWords(starts: readonly bigint[], words: number): Uint32Array {
  const packed = new Uint32Array(starts.length * words);
  for (const [index, start] of starts.entries()) {
    loadKey(start, words);
    for (let word = 0; word < words; word++) packed[index * words + word] = key.getUint32(16 - 4 * (words - word));
  }
  return packed;
}

/** How many leading bits the first and the last start share, and with them all between; one word at least is left. */
function countCommonBits(family: Address["family"], starts: readonly bigint[]): number {
  const difference = (starts[0] ?? 0n) ^ (starts.at(-1) ?? 0n);
  const differing = difference === 0n ? 0 : difference.toString(2).length;
  return Math.min(addressBits[family] - differing, addressBits[family] - 1);
}

/** About one bucket a start, from 2 to 65,536 of them. */
function bucketBits(starts: number): number {
  return Math.min(16, Math.max(1, Math.ceil(Math.log2(starts + 1))));
}

/** For each bucket, how many starts lie in the buckets before it; one more entry than there are buckets. */
function countUpTo(starts: readonly bigint[], family: Address["family"], skipped: number, shift: number): Uint32Array {
  const words = addressBits[family] / 32;
  const counts = new Uint32Array(2 ** (32 - shift) + 1);
  for (const start of starts) {
    loadKey(start, words);
    const bucket = readWindow(skipped, words) >>> shift;
    counts[bucket + 1] = (counts[bucket + 1] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < counts.length; bucket++) {
    counts[bucket] = (counts[bucket] ?? 0) + (counts[bucket - 1] ?? 0);
  }
  return counts;
}
