import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { countParameters } from '../model/count-parameters.ts'
import { parseModelConfig } from '../model/parse-model-config.ts'
import { ggufElements } from '../gguf/gguf-contents.ts'
import { ggufLayout } from './gguf-layout.ts'

const file = new URL('../../../tests/vectors/data/model-params.json', import.meta.url)
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as {
  cases: { input: { config: { model_type: string } } }[]
}
const configs = cases.map(({ input }) => [input.config.model_type, input.config] as const)

describe('storedTensors', () => {
  it.each(configs)('gives every tensor of %s a name of its own', (_, config) => {
    const names = ggufLayout(parseModelConfig(config), 'Q4_K_M').map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain('token_embd.weight')
  })

  it.each(configs)('neither loses nor adds weights of %s', (_, config) => {
    const spec = parseModelConfig(config)
    const { total, routerBuffer, embedding } = countParameters(spec)
    const layout = ggufLayout(spec, 'Q4_K_M')
    const elements = layout.reduce((sum, { dims }) => sum + ggufElements({ dims }), 0)
    const rotary = layout
      .filter(({ name }) => name.startsWith('rope_'))
      .reduce((sum, { dims }) => sum + ggufElements({ dims }), 0)
    const repeated = spec.family === 'falcon' && spec.tied ? embedding : 0
    if (spec.kind === 'decoder') expect(elements).toBe(total + routerBuffer + rotary + repeated)
    // An encoder's file lacks the pooler and the head.
    else expect(elements).toBeLessThanOrEqual(total)
  })
})
