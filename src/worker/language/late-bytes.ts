/**
 * Bytes that are made when they are asked for: ONNX Runtime asks for each matrix once, while it makes
 * a session, so that the weights are never twice in memory.
 */
export class LateBytes extends Uint8Array<ArrayBuffer> {
  readonly #size: number
  readonly #make: () => Uint8Array<ArrayBuffer>

  constructor(size: number, make: () => Uint8Array<ArrayBuffer>) {
    super(new ArrayBuffer(0))
    this.#size = size
    this.#make = make
  }

  override get byteLength(): number {
    return this.#size
  }

  override subarray(start?: number, end?: number): Uint8Array<ArrayBuffer> {
    return this.#make().subarray(start, end)
  }
}
