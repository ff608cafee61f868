import { DynamicCache, Tensor, type PreTrainedModel } from '@xenova/transformers'
import { ModelError } from '../model-error.ts'
import { cropPast, pastOf, type PastTensors } from './key-value-cache.ts'
import { sharedPrefix } from './shared-prefix.ts'

/** Positions read at once; between two pieces a waiting "cancel" is heard. */
const pieceLength = 64

interface DecoderOptions {
  readonly model: PreTrainedModel
  readonly vocabularySize: number
  readonly contextLength: number
}

/** Lets messages in that wait while the model computes. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

const integers = (values: readonly number[], dims: readonly number[]): Tensor =>
  new Tensor('int64', BigInt64Array.from(values, BigInt), [...dims])

const outputs = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

/** A decoder that remembers what it has read. */
export class Decoder {
  readonly #options: DecoderOptions
  #ids: readonly number[] = []
  #past: PastTensors = {}

  constructor(options: DecoderOptions) {
    this.#options = options
  }

  #check(ids: readonly number[]): void {
    const { vocabularySize, contextLength } = this.#options
    if (ids.length === 0)
      throw new ModelError('empty-prompt', 'The prompt is empty; write at least one character.')
    if (ids.length > contextLength)
      throw new ModelError(
        'too-long',
        `The prompt has ${ids.length.toLocaleString('en')} tokens and the model reads at most ${contextLength.toLocaleString('en')}; shorten it.`,
      )
    const bad = ids.find((id) => !Number.isInteger(id) || id < 0 || id >= vocabularySize)
    if (bad !== undefined)
      throw new ModelError('bad-input', `There is no token ${bad} in the model’s vocabulary.`)
  }

  /** Keeps the part of the past that these ids share; the last id is always read anew. */
  #rewind(ids: readonly number[]): number {
    const kept = Math.min(sharedPrefix(this.#ids, ids), ids.length - 1)
    if (kept < this.#ids.length) {
      this.#past = kept === 0 ? {} : cropPast(this.#past, kept)
      this.#ids = ids.slice(0, kept)
    }
    return kept
  }

  async #read(ids: readonly number[], from: number, to: number): Promise<Float32Array> {
    const piece = ids.slice(from, to)
    const past = from === 0 ? {} : { past_key_values: new DynamicCache({ ...this.#past }) }
    const result: unknown = await this.#options.model({
      input_ids: integers(piece, [1, piece.length]),
      attention_mask: integers(new Array<number>(to).fill(1), [1, to]),
      num_logits_to_keep: integers([1], []),
      ...past,
    })
    const output = outputs(result)
    this.#past = pastOf(output)
    this.#ids = ids.slice(0, to)
    const { logits } = output
    if (!(logits instanceof Tensor)) throw new Error('the model returned no logits')
    const data = logits.data as Float32Array
    return data.slice(data.length - this.#options.vocabularySize)
  }

  /** Logits over the whole vocabulary after these ids; a prefix read before is not read again. */
  async nextLogits(ids: readonly number[], signal: AbortSignal): Promise<Float32Array> {
    this.#check(ids)
    let logits: Float32Array = new Float32Array()
    for (let from = this.#rewind(ids); from < ids.length; from += pieceLength) {
      await breathe()
      signal.throwIfAborted()
      logits = await this.#read(ids, from, Math.min(ids.length, from + pieceLength))
    }
    return logits
  }
}
