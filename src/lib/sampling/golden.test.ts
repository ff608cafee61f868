import { describe, expect, it } from 'vitest'
import { presetSteps } from './preset-steps.ts'
import { samplerChain } from './sampler-chain.ts'
import { samplerPresets } from './sampler-presets.ts'
import { logitsOf } from './test-logits.ts'

const halves = logitsOf([0.5, 0.25, 0.125, 0.125])
const tenths = logitsOf([0.4, 0.3, 0.2, 0.1])
const uniform = logitsOf([0.25, 0.25, 0.25, 0.25])

/** Kept counts of top-p: the exact rule, and the one that wants strictly more than p. */
const topP = [
  { logits: halves, p: 0.75, keep: 2, more: 3 },
  { logits: uniform, p: 0.5, keep: 2, more: 3 },
  { logits: tenths, p: 0.7, keep: 2, more: 3 },
  { logits: tenths, p: 0.9, keep: 3, more: 4 },
  { logits: tenths, p: 0.75, keep: 3, more: 3 },
  { logits: halves, p: 0, keep: 1, more: 1 },
  { logits: halves, p: 0.999999, keep: 4, more: 4 },
  { logits: halves, p: 1, keep: 4, more: 4 },
]

describe('top-p where the mass meets p exactly', () => {
  it.each(topP)('keeps $keep tokens at p = $p', ({ logits, p, keep }) => {
    expect(samplerChain(logits, [{ name: 'top_p', p }]).keptTokenIds).toHaveLength(keep)
  })

  it.each(topP)('keeps $more tokens at p = $p when the mass must be more than p', (row) => {
    const { rules } = samplerPresets.ollama
    const { keptTokenIds } = samplerChain(row.logits, [{ name: 'top_p', p: row.p }], { rules })
    expect(keptTokenIds).toHaveLength(row.more)
  })

  it('lets the higher ids of equal tokens stay as Hugging Face does', () => {
    const { rules } = samplerPresets.huggingface
    const { keptTokenIds } = samplerChain(uniform, [{ name: 'top_p', p: 0.5 }], { rules })
    expect([...keptTokenIds]).toEqual([2, 3])
  })
})

describe('the order of the steps', () => {
  const settings = { temperature: 2, topP: 0.75 }
  const run = (engine: 'huggingface' | 'llama.cpp') => {
    const preset = samplerPresets[engine]
    return samplerChain(halves, presetSteps(preset, settings), { rules: preset.rules })
  }

  it('keeps three tokens where temperature comes first, as in Hugging Face', () => {
    const { probabilities } = run('huggingface')
    expect([...probabilities].map((p) => Number(p.toFixed(4)))).toEqual([0.4531, 0.3204, 0.2265])
  })

  it('keeps two tokens where temperature comes last, as in llama.cpp', () => {
    const { probabilities } = run('llama.cpp')
    expect([...probabilities].map((p) => Number(p.toFixed(4)))).toEqual([0.5858, 0.4142])
  })

  it('renormalises between the steps, so that top-p 0.6 after top-k 2 keeps one token', () => {
    const { stages } = samplerChain(halves, [
      { name: 'top_k', k: 2 },
      { name: 'top_p', p: 0.6 },
    ])
    expect(stages.map(({ keptCount }) => keptCount)).toEqual([2, 1])
    expect(stages[0]?.keptMass).toBeCloseTo(0.75, 12)
    expect(stages[1]?.keptMass).toBeCloseTo(2 / 3, 12)
  })
})

describe('the first 30 % of the list', () => {
  it.each([
    { probabilities: [0.85, 0.05, 0.05, 0.05], keep: 1 },
    { probabilities: [0.4, 0.3, 0.2, 0.1], keep: 2 },
    { probabilities: Array.from({ length: 10 }, () => 0.1), keep: 7 },
  ])('is not what top-p 0.7 keeps, but $keep tokens of $probabilities', (row) => {
    const { keptTokenIds } = samplerChain(logitsOf(row.probabilities), [{ name: 'top_p', p: 0.7 }])
    expect(keptTokenIds).toHaveLength(row.keep)
  })
})
