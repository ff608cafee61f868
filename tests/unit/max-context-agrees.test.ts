import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateKey } from '../../src/lib/exercise/evaluate-key.ts'
import { maxContext } from '../../src/lib/memory/max-context.ts'
import { parseModelConfig } from '../../src/lib/model/parse-model-config.ts'

const models = (id: string) => {
  const row = JSON.parse(readFileSync(`src/data/models/${id}.json`, 'utf8')) as { config: unknown }
  return parseModelConfig(row.config, { id })
}

test('the exercises’ sum worked by hand and the library’s longest context agree', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('llama-2-7b', 'llama-3-8b', 'deepseek-r1-distill-qwen-14b', 'qwen1.5-14b'),
      fc.constantFrom('Q4_K_M', 'Q8_0', 'bf16'),
      fc.constantFrom('f16', 'q8_0', 'q4_0'),
      fc.integer({ min: 8, max: 96 }),
      fc.integer({ min: 1, max: 16 }),
      (model, weightFormat, format, gpuGiB, sequences) => {
        const args = { model, weightFormat, format, gpuGiB, sequences, utilisation: 0.9 }
        const byHand = evaluateKey({ fn: 'maxTokens', args }, { models })
        const { byMemory } = maxContext(models(model), {
          engine: 'llama.cpp',
          weightFormat,
          keyFormat: format,
          valueFormat: format,
          sequences,
          gpuBytes: gpuGiB * 2 ** 30,
          utilisation: 0.9,
          overheadBytes: 2 ** 30,
          engineRounding: false,
        })
        expect(Math.abs(byMemory - byHand)).toBeLessThanOrEqual(1)
      },
    ),
    { numRuns: 60 },
  )
})
