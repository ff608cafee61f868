import { describe, expect, it } from 'vitest'
import { countParameters } from '../../src/lib/model/count-parameters.ts'
import { parseModelConfig } from '../../src/lib/model/parse-model-config.ts'
import { vectorCases } from './vectors.ts'

interface Input {
  readonly config: Readonly<Record<string, unknown>>
}

interface Expected {
  readonly raises?: string
  readonly total_parameters: number
  readonly embedding_parameters: number
  readonly output_head_parameters: number
  readonly routed_expert_parameters?: number
  readonly active_parameters?: number
  readonly router_bias_buffer_elements?: number
}

describe('parameter counts of transformers', () => {
  const { cases } = vectorCases<Input, Expected>('model-params')

  it.each(cases.map(({ input, expected }, index) => ({ index, input, expected })))(
    'agree in case $index, a $input.config.model_type of hidden size $input.config.hidden_size',
    ({ input, expected }) => {
      if (expected.raises !== undefined) {
        expect(() => parseModelConfig(input.config)).toThrow()
        return
      }
      const count = countParameters(parseModelConfig(input.config))
      expect({
        total_parameters: count.total,
        embedding_parameters: count.embedding,
        output_head_parameters: count.outputHead,
        routed_expert_parameters: count.routedExperts,
        active_parameters: count.active,
        router_bias_buffer_elements: count.routerBuffer,
      }).toEqual({
        routed_expert_parameters: 0,
        active_parameters: expected.total_parameters,
        router_bias_buffer_elements: 0,
        ...expected,
      })
    },
  )
})
