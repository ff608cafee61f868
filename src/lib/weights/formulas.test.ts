import { describe, expect, it } from 'vitest'
import { bitsPerWeightFormula } from '../gguf/bits-per-weight.formula.ts'
import { ggmlTypes } from '../gguf/ggml-types.ts'
import { groupBitsFormula } from './group-bits.formula.ts'
import { nf4BitsFormula, nf4DoubleBitsFormula } from './nf4-bits.formula.ts'
import { plainBytesFormula } from './plain-bytes.formula.ts'

describe('bits of a weight', () => {
  it.each([
    ['Q8_0', 8.5],
    ['Q6_K', 6.5625],
    ['Q5_K', 5.5],
    ['Q4_K', 4.5],
    ['Q3_K', 3.4375],
    ['Q2_K', 2.625],
    ['IQ4_XS', 4.25],
    ['IQ3_S', 3.4375],
    ['IQ3_XXS', 3.0625],
    ['IQ2_S', 2.5625],
    ['IQ2_XS', 2.3125],
    ['IQ2_XXS', 2.0625],
    ['IQ1_M', 1.75],
    ['IQ1_S', 1.5625],
    ['TQ1_0', 1.6875],
    ['TQ2_0', 2.0625],
    ['MXFP4', 4.25],
    ['NVFP4', 4.5],
  ] as const)('%s takes %f bits', (name, bits) => {
    const { blockBytes, blockElements } = ggmlTypes[name]
    expect(bitsPerWeightFormula.evaluate({ blockBytes, blockElements })).toBe(bits)
  })

  it('GPTQ with groups of 128 takes 4.15625 bits', () => {
    expect(groupBitsFormula.evaluate({ bits: 4, group: 128 })).toBe(4.15625)
  })

  it('NF4 takes 4.5 bits, with double quantisation 4.127', () => {
    expect(nf4BitsFormula.evaluate({ block: 64 })).toBe(4.5)
    expect(nf4DoubleBitsFormula.evaluate({ block: 64, scales: 256 })).toBeCloseTo(4.127, 3)
  })

  it('Llama 3 8B in 16 bits takes the published 16,060,522,496 bytes', () => {
    expect(plainBytesFormula.evaluate({ parameters: 8030261248, bits: 16 })).toBe(16060522496)
  })
})
