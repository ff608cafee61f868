import { describe, expect, it } from 'vitest'
import { countParameters, tensorElements } from './count-parameters.ts'
import { denseLayerFormula } from './dense-layer.formula.ts'
import { mlaAttentionFormula } from './mla-attention.formula.ts'
import { modelTensors } from './model-tensors.ts'
import { moeLayerActiveFormula, moeLayerFormula } from './moe-layer.formula.ts'
import { parseModelConfig } from './parse-model-config.ts'
import type { ModelTensor } from './tensor.ts'

const elements = (tensors: readonly ModelTensor[]) =>
  tensors.reduce((sum, tensor) => sum + tensorElements(tensor), 0)

describe('modelTensors', () => {
  it('lists a GPT-2 of one layer in full', () => {
    const config = {
      model_type: 'gpt2',
      n_embd: 8,
      n_head: 2,
      n_layer: 1,
      n_positions: 16,
      vocab_size: 50,
    }
    const list = modelTensors(parseModelConfig(config)).map(({ name, shape }) => [name, ...shape])
    expect(list).toEqual([
      ['transformer.wte', 50, 8],
      ['transformer.wpe', 16, 8],
      ['transformer.h.0.attn.c_attn', 24, 8],
      ['transformer.h.0.attn.c_attn.bias', 24],
      ['transformer.h.0.attn.c_proj', 8, 8],
      ['transformer.h.0.attn.c_proj.bias', 8],
      ['transformer.h.0.mlp.c_fc', 32, 8],
      ['transformer.h.0.mlp.c_fc.bias', 32],
      ['transformer.h.0.mlp.c_proj', 8, 32],
      ['transformer.h.0.mlp.c_proj.bias', 8],
      ['transformer.h.0.ln_1', 8],
      ['transformer.h.0.ln_1.bias', 8],
      ['transformer.h.0.ln_2', 8],
      ['transformer.h.0.ln_2.bias', 8],
      ['transformer.ln_f', 8],
      ['transformer.ln_f.bias', 8],
    ])
  })

  it('keeps the experts of a layer together and says how many work on a token', () => {
    const spec = parseModelConfig({ model_type: 'mixtral' })
    const experts = modelTensors(spec).filter(({ routed, layer }) => routed === true && layer === 0)
    expect(experts.map(({ count, active }) => [count, active])).toEqual([
      [8, 2],
      [8, 2],
      [8, 2],
    ])
    expect(experts.map(({ shape }) => shape)).toEqual([
      [14336, 4096],
      [14336, 4096],
      [4096, 14336],
    ])
  })

  it('marks what quantisers may touch: matrices inside the layers and nothing else', () => {
    for (const model_type of ['llama', 'gpt2', 'opt', 'gpt_oss', 'deepseek_v3', 'jamba', 'bert']) {
      const marked = modelTensors(parseModelConfig({ model_type })).filter(({ linear }) => linear)
      expect(marked.every(({ layer, shape }) => layer >= 0 && shape.length === 2)).toBe(true)
    }
  })

  it('leaves a tied output out of the list', () => {
    const roles = (tie_word_embeddings: boolean) =>
      modelTensors(parseModelConfig({ model_type: 'llama', tie_word_embeddings })).filter(
        ({ role }) => role === 'output',
      ).length
    expect([roles(true), roles(false)]).toEqual([0, 1])
  })
})

describe('closed formulas of a layer', () => {
  it('say what a Llama-3 layer lists', () => {
    const config = { model_type: 'llama', num_key_value_heads: 8, intermediate_size: 14336 }
    const layer = modelTensors(parseModelConfig(config)).filter((tensor) => tensor.layer === 0)
    const values = {
      hidden: 4096,
      heads: 32,
      kvHeads: 8,
      headDim: 128,
      intermediate: 14336,
      norms: 2,
    }
    expect(elements(layer)).toBe(218_112_000)
    expect(denseLayerFormula.evaluate(values)).toBe(218_112_000)
  })

  it('say what the experts of a DeepSeek-V3 layer list, all and active', () => {
    const layer = modelTensors(parseModelConfig({ model_type: 'deepseek_v3' })).filter(
      ({ layer, name }) => layer === 5 && name.includes('.mlp.'),
    )
    const values = { hidden: 7168, experts: 256, chosen: 8, expertSize: 2048, sharedSize: 2048 }
    const active = layer.map((tensor) => ({ ...tensor, count: tensor.active }))
    expect(moeLayerFormula.evaluate(values)).toBe(elements(layer))
    expect(moeLayerActiveFormula.evaluate(values)).toBe(elements(active))
  })

  it('say what latent attention lists', () => {
    const attention = modelTensors(parseModelConfig({ model_type: 'deepseek_v3' })).filter(
      ({ layer, name }) => layer === 0 && name.includes('.self_attn.'),
    )
    const values = {
      hidden: 7168,
      heads: 128,
      queryRank: 1536,
      latentRank: 512,
      plainDim: 128,
      ropeDim: 64,
      valueDim: 128,
    }
    expect(mlaAttentionFormula.evaluate(values)).toBe(elements(attention))
    expect(elements(attention)).toBe(187_107_328)
  })
})

describe('countParameters', () => {
  it('counts what works on one token layer by layer', () => {
    const count = countParameters(parseModelConfig({ model_type: 'mixtral' }))
    expect(count).toMatchObject({
      total: 46_702_792_704,
      routedExperts: 45_097_156_608,
      active: 12_879_925_248,
    })
  })

  it('keeps the correction bias of DeepSeek-V3 out of the total', () => {
    const count = countParameters(parseModelConfig({ model_type: 'deepseek_v3' }))
    expect(count).toMatchObject({ total: 671_026_404_352, routerBuffer: 14_848 })
  })
})
