/** Tokens as start, end and id, one after the other, in an array that grows. */
export class TokenList {
  #data = new Int32Array(3 * 256)
  #length = 0

  get count(): number {
    return this.#length / 3
  }

  add(start: number, end: number, id: number): void {
    if (this.#length === this.#data.length) {
      const larger = new Int32Array(2 * this.#data.length)
      larger.set(this.#data)
      this.#data = larger
    }
    this.#data[this.#length++] = start
    this.#data[this.#length++] = end
    this.#data[this.#length++] = id
  }

  finish(): Int32Array<ArrayBuffer> {
    return this.#data.slice(0, this.#length)
  }
}
