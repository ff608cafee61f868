import { describe, expect, it } from 'vitest'
import { fallbackType } from './fallback-type.ts'
import type { TensorCategory } from './mix-recipe.ts'
import { mixTypes } from './mix-types.ts'
import { moreBits } from './more-bits.ts'
import type { MixModel, StoredTensor } from './stored-tensor.ts'

const model: MixModel = {
  layers: 32,
  gqa: 4,
  experts: 0,
  falcon: false,
  seventyB: false,
  tied: false,
}
const column = (category: TensorCategory, columns = 4096): readonly StoredTensor[] =>
  Array.from({ length: 32 }, (_, layer) => ({
    name: `blk.${layer}.${category}`,
    layer,
    dims: [columns, 4096],
    category,
    quantisable: true,
  }))
const kinds = (types: readonly string[]) => [...new Set(types)].sort()

describe('mixTypes', () => {
  it('gives Q6_K to 16 of 32 value matrices in Q4_K_M', () => {
    const types = mixTypes(column('attn-v'), model, 'Q4_K_M')
    expect(types.filter((type) => type === 'Q6_K')).toHaveLength(16)
    expect(types.slice(0, 7)).toEqual(['Q6_K', 'Q6_K', 'Q6_K', 'Q6_K', 'Q4_K', 'Q4_K', 'Q6_K'])
  })

  it('gives Q8_0 to keys and values and Q5_K to outputs of a model with 8 experts', () => {
    const mixtral = { ...model, experts: 8 }
    expect(kinds(mixTypes(column('attn-k'), mixtral, 'Q4_K_M'))).toEqual(['Q8_0'])
    expect(kinds(mixTypes(column('attn-v'), mixtral, 'Q3_K_M'))).toEqual(['Q8_0'])
    expect(kinds(mixTypes(column('attn-out'), mixtral, 'Q4_K_M'))).toEqual(['Q5_K'])
    expect(kinds(mixTypes(column('attn-out'), mixtral, 'Q3_K_L'))).toEqual(['Q3_K'])
  })

  it('raises the values of a 70B model', () => {
    expect(kinds(mixTypes(column('attn-v'), { ...model, seventyB: true }, 'Q4_K_M'))).toEqual([
      'Q5_K',
      'Q6_K',
    ])
  })

  it('treats a fused q, k, v matrix by its own rule before February 2026', () => {
    const fused = column('attn-qkv')
    expect(kinds(mixTypes(fused, model, 'Q4_K_M'))).toEqual(['Q5_K'])
    expect(kinds(mixTypes(fused, model, 'Q4_K_M', { quantizer: 'current' }))).toEqual([
      'Q4_K',
      'Q6_K',
    ])
  })

  it('spends more on the first layers of Q4_0 only with an importance matrix', () => {
    expect(kinds(mixTypes(column('ffn-down'), model, 'Q4_0'))).toEqual(['Q4_0'])
    expect(mixTypes(column('ffn-down'), model, 'Q4_0', { imatrix: true }).slice(3, 5)).toEqual([
      'Q4_1',
      'Q4_0',
    ])
  })

  it('keeps vectors and routers in F32', () => {
    const [router] = column('other')
    expect(router && mixTypes([{ ...router, quantisable: false }], model, 'Q2_K')).toEqual(['F32'])
  })
})

describe('fallbackType', () => {
  it('goes to blocks of 32 where 256 does not divide the columns', () => {
    expect(fallbackType('Q4_K', 4096)).toBe('Q4_K')
    expect(fallbackType('Q4_K', 896)).toBe('Q5_0')
    expect(fallbackType('Q5_K', 896)).toBe('Q5_1')
    expect(fallbackType('Q6_K', 29568)).toBe('Q8_0')
    expect(fallbackType('IQ3_S', 896)).toBe('IQ4_NL')
    expect(fallbackType('Q2_K', 896)).toBe('Q4_0')
  })

  it('goes to F16 where 32 does not divide them either', () => {
    expect(fallbackType('Q4_K', 900)).toBe('F16')
    expect(fallbackType('Q8_0', 900)).toBe('F16')
  })
})

describe('moreBits', () => {
  it('takes the first and last eighth and each third layer between', () => {
    const chosen = Array.from({ length: 32 }, (_, index) => index).filter((i) => moreBits(i, 32))
    expect(chosen).toEqual([0, 1, 2, 3, 6, 9, 12, 15, 18, 21, 24, 27, 28, 29, 30, 31])
  })
})
