/**
 * Says in one sentence why a file is not a readable GGUF header. `neededBytes` is set when the
 * bytes at hand merely end too early: a prefix of at least that length gets further.
 */
export class GgufError extends Error {
  override readonly name = 'GgufError'
  readonly neededBytes: number | null

  constructor(message: string, neededBytes: number | null = null) {
    super(message)
    this.neededBytes = neededBytes
  }
}
