import { describe, expect, it } from 'vitest'
import { candidatesOf } from './candidates-of.ts'
import { cutStages } from './cut-stages.ts'
import { presetSteps } from './preset-steps.ts'
import { samplerChain } from './sampler-chain.ts'
import type { SamplerEngine } from './sampler-preset.ts'
import { samplerPresets } from './sampler-presets.ts'
import type { SamplerStep } from './step.ts'
import { logitsOf } from './test-logits.ts'
import { unsortedOrder } from './unsorted-order.ts'

const tied = [1, 2, 2, 2, 0, -1]
const ids = (logits: readonly number[], steps: readonly SamplerStep[], engine?: SamplerEngine) => {
  const context = engine === undefined ? {} : { rules: samplerPresets[engine].rules }
  return [...samplerChain(logits, steps, context).keptTokenIds]
}

describe('bad input is refused with a sentence', () => {
  it.each([
    { logits: [], says: /no logits/ },
    { logits: [1, NaN], says: /token 1 is NaN/ },
    { logits: [Infinity, 1], says: /token 0 is Infinity/ },
    { logits: [-Infinity, -Infinity], says: /All logits are minus infinity/ },
  ])('logits $logits', ({ logits, says }) => {
    expect(() => samplerChain(logits, [])).toThrow(says)
    expect(() => samplerChain(logits, [])).toThrow(RangeError)
  })

  const steps: readonly { readonly step: SamplerStep; readonly says: RegExp }[] = [
    { step: { name: 'temperature', temperature: -1 }, says: /must not be negative/ },
    { step: { name: 'temperature', temperature: NaN }, says: /Temperature is NaN/ },
    { step: { name: 'temperature', temperature: 1e-320 }, says: /so small/ },
    { step: { name: 'top_k', k: -1 }, says: /top_k is -1; it must not be negative/ },
    { step: { name: 'top_k', k: 1.5 }, says: /whole number/ },
    { step: { name: 'top_k', k: NaN }, says: /top_k is NaN/ },
    { step: { name: 'top_k', k: 1, minKeep: -1 }, says: /keep at least is -1/ },
    { step: { name: 'top_p', p: -0.1 }, says: /between 0 and 1/ },
    { step: { name: 'top_p', p: 1.1 }, says: /between 0 and 1/ },
    { step: { name: 'top_p', p: NaN }, says: /top_p is NaN/ },
    { step: { name: 'min_p', p: 2 }, says: /min_p is 2/ },
    { step: { name: 'typical_p', p: -1 }, says: /typical_p is -1/ },
    { step: { name: 'epsilon_cutoff', epsilon: 0 }, says: /more than 0 and less than 1/ },
    { step: { name: 'eta_cutoff', epsilon: 1 }, says: /eta_cutoff is 1/ },
    { step: { name: 'top_n_sigma', n: NaN }, says: /top_n_sigma is NaN/ },
    { step: { name: 'repetition_penalty', penalty: 0 }, says: /more than 0/ },
    { step: { name: 'penalties', repeat: -1 }, says: /more than 0/ },
    { step: { name: 'penalties', frequency: NaN }, says: /frequency penalty is NaN/ },
    {
      step: { name: 'dynamic_temperature', temperature: 1, range: NaN, exponent: 1 },
      says: /range is NaN/,
    },
  ]
  it.each(steps)('$step', ({ step, says }) => {
    expect(() => samplerChain(tied, [step])).toThrow(says)
    expect(() => samplerChain(tied, [step])).toThrow(RangeError)
  })

  it('a token id in the history that is no whole number', () => {
    const step: SamplerStep = { name: 'repetition_penalty', penalty: 2 }
    expect(() => samplerChain(tied, [step], { promptTokenIds: [-1] })).toThrow(/token id is -1/)
  })
})

describe('values at the edge', () => {
  it('mask a token by minus infinity', () => {
    const { keptTokenIds, probabilities } = samplerChain([0, -Infinity, 0], [])
    expect([...keptTokenIds]).toEqual([0, 2])
    expect([...probabilities]).toEqual([0.5, 0.5])
  })

  it('keep everything at k = 0, k above the vocabulary and p = 1', () => {
    expect(ids(tied, [{ name: 'top_k', k: 0 }])).toHaveLength(6)
    expect(ids(tied, [{ name: 'top_k', k: 99 }])).toHaveLength(6)
    expect(ids(tied, [{ name: 'top_p', p: 1 }])).toHaveLength(6)
    expect(ids([0, -60], [{ name: 'top_p', p: 1 }])).toHaveLength(2)
  })

  it('lose only what underflows to 0 at p = 1 in Hugging Face', () => {
    const all: readonly SamplerStep[] = [{ name: 'top_p', p: 1 }]
    expect(ids([0, -700, -800], all, 'huggingface')).toEqual([0, 1])
    expect(ids([0, -700, -800], all)).toEqual([0, 1, 2])
  })

  it('keep one token at p = 0 and at temperature 0', () => {
    expect(ids(tied, [{ name: 'top_p', p: 0 }])).toEqual([1])
    expect(ids(tied, [{ name: 'temperature', temperature: 0 }])).toEqual([1])
    expect(ids(tied, [{ name: 'greedy' }])).toEqual([1])
  })

  it('keep at least as many tokens as asked', () => {
    expect(ids(tied, [{ name: 'top_p', p: 0, minKeep: 4 }])).toHaveLength(4)
    expect(ids(tied, [{ name: 'min_p', p: 1, minKeep: 9 }])).toHaveLength(6)
  })

  it('go towards equal probabilities as the temperature grows', () => {
    const { probabilities } = samplerChain([3, 0, -2], [{ name: 'temperature', temperature: 1e9 }])
    probabilities.forEach((probability) => expect(probability).toBeCloseTo(1 / 3, 8))
  })

  it('put equal logits in order of their ids, also after rounding made them equal', () => {
    const near = [0, 1, 2, 3].map((steps) => 1.9 + steps * Number.EPSILON)
    expect(ids(near, [])).toEqual([3, 2, 1, 0])
    const warm: SamplerStep = { name: 'temperature', temperature: 1.5 }
    const after = samplerChain(near, [warm]).stages[0]?.candidates ?? candidatesOf([0])
    const equal = [1, 2, 3].filter((place) => after.logits[place] === after.logits[place - 1])
    expect(equal).not.toEqual([])
    equal.forEach((place) => {
      expect(after.ids[place]).toBeGreaterThan(after.ids[place - 1] ?? NaN)
    })
  })

  it('treat minus zero as zero', () => {
    expect(ids([-0, 0], [])).toEqual([0, 1])
  })
})

describe('temperature 0 in each engine', () => {
  const zero: SamplerStep = { name: 'temperature', temperature: 0 }
  it('is refused by Hugging Face and greedy elsewhere', () => {
    expect(() => ids(tied, [zero], 'huggingface')).toThrow(/more than 0/)
    expect(ids(tied, [zero], 'llama.cpp')).toEqual([1])
    expect(ids(tied, [zero], 'vllm')).toEqual([1])
    expect(ids(tied, [zero], 'ollama')).toEqual([1])
  })

  it('begins at 0.00001 in vLLM, and below 0 in llama.cpp and Ollama', () => {
    const near = [1, 1 - 1e-7]
    const cold = (temperature: number): readonly SamplerStep[] => [
      { name: 'temperature', temperature },
    ]
    expect(ids(near, cold(9e-6), 'vllm')).toEqual([0])
    expect(ids(near, cold(1e-5), 'vllm')).toEqual([0, 1])
    expect(ids(near, cold(9e-6), 'huggingface')).toEqual([0, 1])
    expect(ids(near, cold(-1), 'llama.cpp')).toEqual([0])
    expect(ids(near, cold(-1), 'ollama')).toEqual([0])
    expect(() => ids(near, cold(-1), 'vllm')).toThrow(RangeError)
  })
})

describe('what a preset says about itself', () => {
  const uniform = [0, 0, 0, 0]
  const presets = Object.values(samplerPresets)
  const has = (engine: SamplerEngine, name: string) =>
    samplerPresets[engine].order.some((step) => step === name)

  it.each(presets)(
    '$name keeps exactly k tokens unless it says otherwise',
    ({ engine, breaks }) => {
      const exact = ids(tied, [{ name: 'top_k', k: 1 }], engine).length === 1
      expect(exact).toBe(!breaks.some(({ property }) => property === 'exactly-k'))
    },
  )

  it.each(presets)('$name keeps the fewest tokens unless it says otherwise', (preset) => {
    const { engine, breaks } = preset
    const topP = ids(uniform, [{ name: 'top_p', p: 0.5 }], engine).length === 2
    const typical =
      !has(engine, 'typical_p') ||
      ids(uniform, [{ name: 'typical_p', p: 0.5 }], engine).length === 2
    expect(topP && typical).toBe(!breaks.some(({ property }) => property === 'minimal'))
  })

  it.each(presets)('$name prefers lower ids unless it says otherwise', ({ engine, breaks }) => {
    const [first] = ids(uniform, [{ name: 'top_p', p: 0.2 }], engine)
    expect(first === 0).toBe(!breaks.some(({ property }) => property === 'lower-id-first'))
  })

  it.each(presets)('$name runs its own defaults in its own order', (preset) => {
    const steps = presetSteps(preset)
    const places = steps.map(({ name }) => preset.order.indexOf(name))
    expect(places).toEqual([...places].sort((one, other) => one - other))
    expect(() => samplerChain(tied, steps, { rules: preset.rules })).not.toThrow()
  })

  it('has the defaults of the engines’ documents', () => {
    expect(presetSteps(samplerPresets.huggingface)).toEqual([{ name: 'top_k', k: 50 }])
    expect(presetSteps(samplerPresets['llama.cpp'])).toEqual([
      { name: 'top_k', k: 40 },
      { name: 'top_p', p: 0.95 },
      { name: 'min_p', p: 0.05 },
      { name: 'temperature', temperature: 0.8 },
    ])
    expect(presetSteps(samplerPresets.vllm)).toEqual([])
    expect(presetSteps(samplerPresets.ollama)).toEqual([
      { name: 'top_k', k: 40 },
      { name: 'temperature', temperature: 0.8 },
      { name: 'top_p', p: 0.9 },
    ])
    expect(presetSteps(samplerPresets['ollama-llama.cpp'])).toEqual([
      { name: 'top_k', k: 40 },
      { name: 'top_p', p: 0.9 },
      { name: 'temperature', temperature: 0.8 },
    ])
  })

  it('refuses a k of -1 in Hugging Face and takes it as off in the others', () => {
    const run = (engine: SamplerEngine) => {
      const preset = samplerPresets[engine]
      return samplerChain(tied, presetSteps(preset, { topK: -1 }), { rules: preset.rules })
    }
    expect(() => run('huggingface')).toThrow(RangeError)
    expect(run('vllm').keptTokenIds).toHaveLength(6)
    expect(run('llama.cpp').keptTokenIds).toHaveLength(6)
  })

  it('runs llama.cpp’s temperature with a range as its dynamic one', () => {
    expect(presetSteps(samplerPresets['llama.cpp'], { temperature: 1, dynamicRange: 0.5 })).toEqual(
      [{ name: 'dynamic_temperature', temperature: 1, range: 0.5, exponent: 1 }],
    )
  })
})

describe('llama.cpp where a token has probability 0', () => {
  const logits = [...logitsOf([0.5, 0.2, 0.2, 0.1]), -Infinity]
  const typical: SamplerStep = { name: 'typical_p', p: 0.3 }

  it('keeps the most probable tokens in typical_p, not the typical ones', () => {
    expect(ids(logits.slice(0, 4), [typical], 'llama.cpp')).toEqual([1, 2])
    expect(ids(logits, [typical], 'llama.cpp')).toEqual([0])
    expect(ids(logits, [typical])).toEqual([1, 2])
    expect(samplerPresets['llama.cpp'].breaks.map(({ property }) => property)).toContain('typical')
  })

  it('takes long lists in the order in which a sort without an order leaves them', () => {
    expect([...unsortedOrder(16)]).toEqual(Array.from({ length: 16 }, (_, place) => place))
    expect([...unsortedOrder(17)]).toEqual([
      8, 16, 15, 14, 13, 12, 11, 10, 9, 0, 7, 6, 5, 4, 3, 2, 1,
    ])
  })

  it('is greedy in dynamic temperature where the first token is all but certain', () => {
    const steps: readonly SamplerStep[] = [
      { name: 'dynamic_temperature', temperature: 1, range: 1, exponent: 2 },
    ]
    expect(ids([0, -90], steps, 'llama.cpp')).toEqual([0])
    expect(ids([0, -9], steps, 'llama.cpp')).toEqual([0, 1])
  })
})

describe('penalties', () => {
  const history = { promptTokenIds: [0, 0, 1], outputTokenIds: [1] }
  it('count the last tokens in llama.cpp, prompt and answer apart in vLLM', () => {
    const step: SamplerStep = { name: 'penalties', lastN: 2, frequency: 1, presence: 0.5 }
    const logits = (engine: SamplerEngine) => {
      const { rules } = samplerPresets[engine]
      const { start, stages } = samplerChain([3, 3, 3], [step], { rules, ...history })
      expect(start.ids).toHaveLength(3)
      const { ids: order, logits: after } = stages[0]?.candidates ?? candidatesOf([0])
      return Object.fromEntries([...order].map((id, index) => [id, after[index]]))
    }
    expect(logits('llama.cpp')).toEqual({ 0: 3, 1: 0.5, 2: 3 })
    expect(logits('vllm')).toEqual({ 0: 3, 1: 1.5, 2: 3 })
  })

  it('divide a positive logit and multiply a negative one', () => {
    const { stages } = samplerChain([2, -2], [{ name: 'repetition_penalty', penalty: 2 }], history)
    expect([...(stages[0]?.candidates.logits ?? [])]).toEqual([1, -4])
  })
})

describe('which step cut a token', () => {
  it('is told for every id', () => {
    const logits = [...logitsOf([0.5, 0.3, 0.15, 0.05]), -Infinity]
    const result = samplerChain(logits, [
      { name: 'top_k', k: 3 },
      { name: 'temperature', temperature: 2 },
      { name: 'top_p', p: 0.6 },
    ])
    expect([...cutStages(result, 5)]).toEqual([-1, -1, 2, 0, -2])
  })
})
