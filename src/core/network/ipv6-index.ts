import { addressBits } from "./address.ts";
import { countBelowBuckets } from "./count-below-buckets.ts";

/** Cuts the IPv6 number line into pieces: piece `i` goes from `starts[i]` up to the next start, and belongs to `owners[i]`. */
export type Ipv6Index = {
  /** The owner of the piece that `value` lies in; -1 before the first start. */
  readonly find: (value: bigint) => number;
};

/**
 * Builds the index over ascending `starts`. Between the lowest and the highest start all values agree in their leading bits; the 32
 * bits after those, the window, tell nearly all starts apart and are compared as plain numbers. Its first bits choose a bucket, a
 * binary search does the rest, and only among starts with the same window are whole numbers compared. So the cost
 * hardly grows with the number of pieces; it does with their logarithm where a few far away make the window coarse for the rest.
 */
export function buildIpv6Index(starts: readonly bigint[], owners: readonly number[]): Ipv6Index {
  const readWindow = windowReader(starts);
  const windows = Uint32Array.from(starts, readWindow);
  const shift = 32 - bucketBits(starts.length);
  const buckets = countBelowBuckets(windows, shift);
  const owner = Int32Array.from(owners);
  const lowest = starts[0] ?? 1n << 128n;
  const highest = starts.at(-1) ?? 0n;
  const lastOwner = owners.at(-1) ?? -1;

  function find(value: bigint): number {
    // In this order: most of the number line lies above what is in use of it.
    if (value >= highest) return lastOwner;
    if (value < lowest) return -1;
    const window = readWindow(value);
    const bucket = window >>> shift;
    let low = buckets[bucket] ?? 0;
    let high = buckets[bucket + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const start = windows[middle] ?? 0;
      const isAfter = start === window ? (starts[middle] ?? 0n) > value : start > window;
      if (isAfter) high = middle;
      else low = middle + 1;
    }
    return owner[low - 1] ?? -1;
  }
  return { find };
}

/** Numbers are read in words of 32 bits from here, which costs a fraction of shifting bigints. One is enough: a look-up never yields. */
const octets = new DataView(new ArrayBuffer(24));

/** Reads the 32 bits after the ones that all starts share, filled up with zeros. */
function windowReader(starts: readonly bigint[]): (value: bigint) => number {
  const difference = (starts[0] ?? 0n) ^ (starts.at(-1) ?? 0n);
  const differing = difference === 0n ? 1 : difference.toString(2).length;
  const skipped = addressBits[6] - differing;
  const offset = 4 * (skipped >>> 5);
  const bits = skipped & 31;
  return (value) => {
    octets.setBigUint64(0, value >> 64n);
    octets.setBigUint64(8, value);
    const word = octets.getUint32(offset);
    return bits === 0 ? word : ((word << bits) | (octets.getUint32(offset + 4) >>> (32 - bits))) >>> 0;
  };
}

/** About one bucket a start, from 2 to 65,536 of them. */
function bucketBits(starts: number): number {
  return Math.min(16, Math.max(1, Math.ceil(Math.log2(starts + 1))));
}
