import { countBelowBuckets } from "./count-below-buckets.ts";

/**
 * Finds the piece of the IPv4 number line that an address lies in. Ranges of equal size, the buckets, know how many starts lie before
 * them; a binary search does the rest. A class and numbers only: V8 then needs no call and no allocation for a look-up.
 */
export class Ipv4Index {
  readonly #shift: number;
  readonly #buckets: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #owners: Int32Array;

  /** Piece `i` goes from `starts[i]`, ascending, up to the next start, and belongs to `owners[i]`; -1 where it belongs to none. */
  constructor(starts: readonly bigint[], owners: readonly number[]) {
    // The first piece begins at 0.0.0.0, so that every address has one and a look-up need not ask.
    const begin = starts[0] === 0n ? [] : [0];
    this.#starts = Uint32Array.from([...begin, ...starts.map(Number)]);
    this.#owners = Int32Array.from([...begin.map(() => -1), ...owners]);
    this.#shift = 32 - bucketBits(this.#starts.length);
    this.#buckets = countBelowBuckets(this.#starts, this.#shift);
  }

  /** The owner of the piece that the unsigned 32-bit number lies in. */
  find(bits: number): number {
    const bucket = bits >>> this.#shift;
    let low = this.#buckets[bucket] ?? 0;
    let high = this.#buckets[bucket + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) > bits) high = middle;
      else low = middle + 1;
    }
    return this.#owners[low - 1] ?? -1;
  }
}

/** Four to eight buckets a start, so that most hold none and need no search, but no more than 65,536 (256 KiB). */
function bucketBits(starts: number): number {
  return Math.min(16, Math.ceil(Math.log2(starts)) + 2);
}

const octets = new DataView(new ArrayBuffer(8));

/** The value of an IPv4 address as an unsigned 32-bit number; `Number(value)` says the same and takes several times as long. */
export function readIpv4Bits(value: bigint): number {
  octets.setBigUint64(0, value);
  return octets.getUint32(4);
}
