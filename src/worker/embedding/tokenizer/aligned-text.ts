/** A text made from another one: unit `i` of it comes from the range `[starts[i], ends[i])` there. */
export interface AlignedText {
  readonly text: string
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** Writes an aligned text piece by piece. */
export class AlignedWriter {
  readonly #parts: string[] = []
  #starts: Int32Array
  #ends: Int32Array
  #length = 0

  constructor(expectedLength: number) {
    this.#starts = new Int32Array(expectedLength + 16)
    this.#ends = new Int32Array(expectedLength + 16)
  }

  #reserve(more: number): void {
    const needed = this.#length + more
    if (needed <= this.#starts.length) return
    const grow = (old: Int32Array): Int32Array => {
      const larger = new Int32Array(2 * needed)
      larger.set(old)
      return larger
    }
    this.#starts = grow(this.#starts)
    this.#ends = grow(this.#ends)
  }

  /** Adds a piece, all of whose units come from one range. */
  write(piece: string, start: number, end: number): void {
    this.#reserve(piece.length)
    this.#parts.push(piece)
    this.#starts.fill(start, this.#length, this.#length + piece.length)
    this.#ends.fill(end, this.#length, this.#length + piece.length)
    this.#length += piece.length
  }

  /** Adds the units `[from, to)` of a text with their own ranges. */
  copy({ text, starts, ends }: AlignedText, from: number, to: number): void {
    if (from >= to) return
    this.#reserve(to - from)
    this.#parts.push(text.slice(from, to))
    this.#starts.set(starts.subarray(from, to), this.#length)
    this.#ends.set(ends.subarray(from, to), this.#length)
    this.#length += to - from
  }

  finish(): AlignedText {
    return {
      text: this.#parts.join(''),
      starts: this.#starts.subarray(0, this.#length),
      ends: this.#ends.subarray(0, this.#length),
    }
  }
}

/** The units `[from, to)` of a text as an aligned text of themselves; pairs stay whole. */
export const alignedSlice = (text: string, from: number, to: number): AlignedText => {
  const starts = new Int32Array(to - from)
  const ends = new Int32Array(to - from)
  for (let at = from; at < to;) {
    const width = Math.min(to - at, (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
    for (let unit = 0; unit < width; unit++) {
      starts[at - from + unit] = at
      ends[at - from + unit] = at + width
    }
    at += width
  }
  return { text: text.slice(from, to), starts, ends }
}
