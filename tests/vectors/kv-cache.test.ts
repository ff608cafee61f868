import { describe, expect, it } from 'vitest'
import { kvCacheBytes } from '../../src/lib/cache/kv-cache-bytes.ts'
import type { CacheFormat } from '../../src/lib/memory/setup.ts'
import { parseModelConfig } from '../../src/lib/model/parse-model-config.ts'
import { vectorCases } from './vectors.ts'

interface Input {
  readonly config: Readonly<Record<string, unknown>>
  readonly tokens: number
  readonly tokens_decoded_one_by_one?: number
  readonly sequences: number
  readonly dtype: 'float32' | 'float16' | 'bfloat16'
}

type StateDtype = Input['dtype']

interface Expected {
  readonly raises?: string
  readonly total_bytes: number
  readonly attention_bytes: number
  readonly convolution_state_bytes: number
  readonly recurrent_state_bytes: number
  readonly bytes_per_layer: readonly number[]
  readonly state_dtypes?: { readonly convolution: StateDtype; readonly recurrent: StateDtype }
}

const FORMATS: Readonly<Record<StateDtype, CacheFormat>> = {
  float32: 'fp32',
  float16: 'f16',
  bfloat16: 'bf16',
}

/** How many of the tokens came one by one has no effect on the size, so it is not read. */
function cacheOf({ config, tokens, sequences, dtype }: Input) {
  const format = FORMATS[dtype]
  return kvCacheBytes(parseModelConfig(config), {
    engine: 'transformers',
    tokens,
    sequences,
    keyFormat: format,
    valueFormat: format,
    stateFormat: format,
  })
}

describe('cache sizes of transformers', () => {
  const { cases } = vectorCases<Input, Expected>('kv-cache')

  it.each(cases.map(({ input, expected }, index) => ({ index, input, expected })))(
    'agree in case $index, $input.sequences x $input.tokens tokens of a $input.config.model_type',
    ({ input, expected }) => {
      if (expected.raises !== undefined) {
        expect(() => cacheOf(input)).toThrow()
        return
      }
      const bytes = cacheOf(input)
      expect({
        total_bytes: bytes.total,
        attention_bytes: bytes.attention,
        convolution_state_bytes: bytes.convolution,
        recurrent_state_bytes: bytes.recurrent,
        bytes_per_layer: bytes.perLayer,
      }).toEqual({
        total_bytes: expected.total_bytes,
        attention_bytes: expected.attention_bytes,
        convolution_state_bytes: expected.convolution_state_bytes,
        recurrent_state_bytes: expected.recurrent_state_bytes,
        bytes_per_layer: expected.bytes_per_layer,
      })
      if (expected.state_dtypes) {
        expect(expected.state_dtypes).toEqual({ convolution: input.dtype, recurrent: 'float32' })
      }
    },
  )
})
