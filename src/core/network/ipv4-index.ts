/** XOR with this makes signed numbers of unsigned 32-bit ones and keeps their order; V8 compares those without a detour. */
const signBit = 0x8000_0000;

/**
 * Finds the piece of the IPv4 number line that an address lies in. Ranges of equal size, the slots, know the owner where they have only
 * one, which most have; the others have a list of pieces for a binary search. A class and numbers in one array only: V8 then needs
 * no call and no allocation for a look-up.
 */
export class Ipv4Index {
  // A number from the beginning: what V8 has seen undefined, it checks at every look-up.
  readonly #shift: number = 0;
  /**
   * The slots, then the lists. A slot holds its owner, or `-2 - at` for a list at `at`: how many pieces begin within the slot, who owns
   * what is before them, and for each its start, signed, and its owner.
   */
  readonly #cells: Int32Array;

  /** Piece `i` goes from `starts[i]`, ascending, up to the next start, and belongs to `owners[i]`; -1 where it belongs to none. */
  constructor(starts: readonly bigint[], owners: readonly number[]) {
    const bits = slotBits(starts.length);
    this.#shift = 32 - bits;
    this.#cells = Int32Array.from(fillSlots(2 ** bits, starts.map(Number), owners));
  }

  /** The owner of the piece that the unsigned 32-bit number lies in. */
  find(bits: number): number {
    const owner = this.#cells[bits >>> this.#shift] ?? -1;
    return owner < -1 ? this.#search(-2 - owner, bits ^ signBit) : owner;
  }

  #search(list: number, signed: number): number {
    let low = 0;
    let high = this.#cells[list] ?? 0;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#cells[list + 2 * middle] ?? 0) <= signed) low = middle;
      else high = middle - 1;
    }
    return this.#cells[list + 2 * low + 1] ?? -1;
  }
}

/** Eight to sixteen slots a start, so that most have one owner, but no more than 65,536 (256 KiB). */
function slotBits(starts: number): number {
  return Math.min(16, Math.ceil(Math.log2(starts + 1)) + 3);
}

function fillSlots(count: number, starts: readonly number[], owners: readonly number[]): number[] {
  const cells: number[] = new Array(count).fill(-1);
  const size = 2 ** 32 / count;
  let piece = 0;
  for (let slot = 0; slot < count; slot++) {
    const begin = slot * size;
    if (starts[piece] === begin) piece++;
    const before = owners[piece - 1] ?? -1;
    const end = firstNotBelow(starts, piece, begin + size);
    if (end === piece) cells[slot] = before;
    else {
      cells[slot] = -2 - cells.length;
      cells.push(end - piece, before);
      for (; piece < end; piece++) cells.push((starts[piece] ?? 0) ^ signBit, owners[piece] ?? -1);
    }
  }
  return cells;
}

/** Where in the ascending starts, from `from` on, those below `limit` end. */
function firstNotBelow(starts: readonly number[], from: number, limit: number): number {
  let at = from;
  while ((starts[at] ?? limit) < limit) at++;
  return at;
}

const octets = new DataView(new ArrayBuffer(8));

/** The value of an IPv4 address as an unsigned 32-bit number; `Number(value)` says the same and takes several times as long. */
export function readIpv4Bits(value: bigint): number {
  octets.setBigUint64(0, value);
  return octets.getUint32(4);
}
