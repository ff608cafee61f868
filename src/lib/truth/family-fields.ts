type Fields = Readonly<Record<string, unknown>>

/**
 * Fields that a family's own configuration states under names that rows do not use: which heads are
 * shared, and the biases that all its published models have.
 *
 * @example familyFields({}, { modelType: 'falcon', heads: 128, kvHeads: 8, headDim: 64 }).num_kv_heads
 *   //=> 8
 */
export function familyFields(
  config: Fields,
  shape: {
    readonly modelType: string
    readonly heads: number
    readonly kvHeads: number
    readonly headDim: number | null
  },
): Fields {
  const { heads, kvHeads, headDim } = shape
  const shared = kvHeads < heads
  const stated = (name: string, usual: unknown) => ({ [name]: config[name] ?? usual })
  switch (shape.modelType) {
    case 'falcon':
      return {
        num_kv_heads: kvHeads,
        ...stated('new_decoder_architecture', shared && kvHeads > 1),
        ...stated('multi_query', kvHeads === 1),
      }
    case 'chatglm':
      return {
        multi_query_attention: shared,
        multi_query_group_num: kvHeads,
        ...stated('add_qkv_bias', config['attention_bias_qkv'] ?? true),
        ...(headDim === null ? {} : stated('kv_channels', headDim)),
      }
    case 'phimoe':
      return { ...stated('attention_bias', true), ...stated('lm_head_bias', true) }
    default:
      return {}
  }
}
