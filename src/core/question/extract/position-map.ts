/** Where a place of a rewritten text stood in the original. Both are UTF-16 offsets. */
export type PositionMap = {
  readonly startOf: (position: number) => number;
  /** The end (exclusive) in the original of the rewritten text that ends at `position`. */
  readonly endOf: (position: number) => number;
};

export const unchangedPositions: PositionMap = { startOf: (position) => position, endOf: (position) => position };

/** One row a replacement, in order: rewritten start and length, original start and length. Between rows the text is verbatim. */
const COLUMNS = 4;

/**
 * Collects replacements, left to right, into a map. Removals that touch are one row, and a row is sixteen bytes, so that a flood of
 * invisible characters costs no more than the text itself.
 */
export class PositionMapBuilder {
  private rows = new Int32Array(64 * COLUMNS);
  private count = 0;

  replace(start: number, length: number, originalStart: number, originalLength: number): void {
    const last = (this.count - 1) * COLUMNS;
    const touches =
      this.count > 0 &&
      length === 0 &&
      this.at(last + 1) === 0 &&
      this.at(last + 2) + this.at(last + 3) === originalStart;
    if (touches) {
      this.rows[last + 3] = this.at(last + 3) + originalLength;
      return;
    }
    this.grow();
    this.rows.set([start, length, originalStart, originalLength], this.count * COLUMNS);
    this.count += 1;
  }

  build(): PositionMap {
    if (this.count === 0) return unchangedPositions;
    return { startOf: (position) => this.startOf(position), endOf: (position) => this.endOf(position) };
  }

  private startOf(position: number): number {
    const row = this.rowBefore(position + 1);
    if (row < 0) return position;
    const inside = position - this.at(row);
    const beyond = inside - this.at(row + 1);
    return beyond < 0 ? this.at(row + 2) : this.at(row + 2) + this.at(row + 3) + beyond;
  }

  private endOf(position: number): number {
    const row = this.rowBefore(position);
    if (row < 0) return position;
    const beyond = position - this.at(row) - this.at(row + 1);
    return this.at(row + 2) + this.at(row + 3) + Math.max(beyond, 0);
  }

  /** The offset of the last row that starts before `position`; negative when there is none. */
  private rowBefore(position: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle * COLUMNS) < position) low = middle + 1;
      else high = middle;
    }
    return (low - 1) * COLUMNS;
  }

  private at(index: number): number {
    return this.rows[index] ?? 0;
  }

  private grow(): void {
    if ((this.count + 1) * COLUMNS <= this.rows.length) return;
    const wider = new Int32Array(this.rows.length * 2);
    wider.set(this.rows);
    this.rows = wider;
  }
}
