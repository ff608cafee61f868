import { Tensor, type PreTrainedModel } from '@xenova/transformers'

interface BatchOptions {
  readonly model: PreTrainedModel
  readonly paddingId: number
  readonly dimensions: number
}

const tensor = (values: BigInt64Array, texts: number): Tensor =>
  new Tensor('int64', values, [texts, values.length / texts])

/** The model's last layer for texts of ids: one array of rows for each, padding left out. */
export const runBatch = async (
  texts: readonly (readonly number[])[],
  { model, paddingId, dimensions }: BatchOptions,
): Promise<readonly Float32Array[]> => {
  const width = texts.reduce((most, ids) => Math.max(most, ids.length), 0)
  const ids = new BigInt64Array(texts.length * width).fill(BigInt(paddingId))
  const mask = new BigInt64Array(texts.length * width)
  for (const [text, each] of texts.entries()) {
    ids.set(each.map(BigInt), text * width)
    mask.fill(1n, text * width, text * width + each.length)
  }
  const output: unknown = await model({
    input_ids: tensor(ids, texts.length),
    attention_mask: tensor(mask, texts.length),
    token_type_ids: tensor(new BigInt64Array(ids.length), texts.length),
  })
  const layer =
    typeof output === 'object' && output !== null && 'last_hidden_state' in output
      ? output.last_hidden_state
      : null
  if (!(layer instanceof Tensor)) throw new Error('the model returned no last hidden state')
  const data = layer.data as Float32Array
  return texts.map((each, text) => {
    const start = text * width * dimensions
    return data.subarray(start, start + each.length * dimensions)
  })
}
