import { describe, expect, test } from 'vitest'
import { adapterMethodOf } from './adapter-method-of.ts'
import { evaluateTruthRow } from './evaluate-truth-row.ts'

const llama32 = {
  arch: 'llama',
  hidden_size: 3072,
  num_hidden_layers: 28,
  num_attention_heads: 24,
  num_key_value_heads: 8,
  head_dim: 128,
  intermediate_size: 8192,
  vocab_size: 128256,
  tie_word_embeddings: true,
}
const trainable = (config: Record<string, unknown>, input: Record<string, unknown>) => {
  const question = { config, input, expected: { unit: 'parameters' } }
  const answer = evaluateTruthRow({ kind: 'lora-params', ...question })
  return 'value' in answer ? answer.value : answer.notComputed
}
const QV = { target_modules: ['q_proj', 'v_proj'] }
const ALL = ['q_proj', 'k_proj', 'v_proj', 'o_proj', 'gate_proj', 'up_proj', 'down_proj']

// num_trainable_params of huggingface/peft, method_comparison/MetaMathQA, on Llama-3.2-3B.
describe("the adapters of PEFT's comparison train what it measured", () => {
  test.each([
    ['LoRA', { r: 32, ...QV }, 9_175_040],
    ['rsLoRA', { r: 64, ...QV }, 18_350_080],
    ['PiSSA', { r: 32, ...QV }, 9_175_040],
    ['VeRA', { r: 256, ...QV }, 129_024],
    ['LoHa', { r: 32, ...QV }, 18_350_080],
    ['AdaLoRA', { r: 8, init_r: 64, ...QV }, 18_353_664],
    ['MiCA', { r: 32, ...QV }, 5_505_024],
    ['BD-LoRA', { r: 14, target_modules: ['up_proj', 'gate_proj', 'down_proj'] }, 8_429_568],
    ['IA3', {}, 286_720],
    ['IA3', { target_modules: ALL }, 630_784],
  ])('%s %o', (variant, input, published) => {
    expect(trainable(llama32, { variant, ...input })).toBe(published)
  })

  test('an adapter of another kind is not passed off as LoRA', () => {
    for (const variant of ['VB-LoRA', 'RandLoRA', 'DeLoRA', 'LoRA-XS', 'BOFT', 'prefix tuning']) {
      expect(trainable(llama32, { r: 8, ...QV, variant })).toMatch(/does not count/)
    }
    for (const same of ['QLoRA', 'lora', 'none', 'EVA', 'CorDA', 'OLoRA', 'LoftQ', 'LoRA+']) {
      expect(adapterMethodOf(same)).toEqual({})
    }
    expect(adapterMethodOf('QDoRA')).toEqual({ dora: true })
    expect(adapterMethodOf('LoRA-FA')).toEqual({ frozenA: true })
  })
})

describe('targets', () => {
  test('may stand in one text, or be left to PEFT', () => {
    const published = 9_175_040
    expect(trainable(llama32, { r: 32, target_modules: 'q_proj,v_proj' })).toBe(published)
    expect(trainable(llama32, { r: 32, target_modules: "['q_proj', 'v_proj']" })).toBe(published)
    expect(trainable(llama32, { r: 32, target_modules: '.*\\.[qv]_proj' })).toBe(published)
    expect(trainable(llama32, { r: 32 })).toBe(published)
  })

  // Lightning-AI/litgpt, tutorials/resource-tables.md.
  test("LitGPT's slices of a fused matrix are counted apart: StableLM-alpha-3B and Falcon-40B", () => {
    const stablelm = {
      arch: 'gptneox',
      hidden_size: 4096,
      num_hidden_layers: 16,
      num_attention_heads: 32,
      intermediate_size: 16384,
      vocab_size: 50688,
    }
    expect(trainable(stablelm, { r: 8, ...QV })).toBe(2_097_152)
    const falcon = {
      arch: 'falcon',
      hidden_size: 8192,
      num_hidden_layers: 60,
      num_attention_heads: 128,
      num_key_value_heads: 8,
      head_dim: 64,
      intermediate_size: 32768,
      vocab_size: 65024,
    }
    expect(trainable(falcon, { r: 8, ...QV })).toBe(12_042_240)
    // PEFT's own name reaches the whole matrix: 8 x (8192 + 9216) x 60.
    expect(trainable(falcon, { r: 8 })).toBe(8 * (8192 + 9216) * 60)
  })

  // LLaMA-Factory's log: "trainable params: 211,378,176".
  test('experts of transformers 4 are layers of their own: Qwen3-30B-A3B with its routers', () => {
    const qwen3moe = {
      arch: 'qwen3moe',
      hidden_size: 2048,
      num_hidden_layers: 48,
      num_attention_heads: 32,
      num_key_value_heads: 4,
      head_dim: 128,
      vocab_size: 151936,
      num_experts: 128,
      num_experts_per_tok: 8,
      moe_intermediate_size: 768,
    }
    const input = { r: 4, target_modules: [...ALL, 'gate'] }
    expect(trainable(qwen3moe, input)).toBe(211_378_176)
    expect(211_378_176 / 4).toBe(835_584 + 51_904_512 + 104_448)
    expect(trainable(qwen3moe, { r: 4, target_modules: 'all-linear' })).toBe(211_378_176)
  })

  test("Mixtral's w1, w2 and w3 are the matrices of its experts", () => {
    const mixtral = {
      arch: 'llama',
      hidden_size: 4096,
      num_hidden_layers: 32,
      num_attention_heads: 32,
      num_key_value_heads: 8,
      intermediate_size: 14336,
      vocab_size: 32000,
      num_experts: 8,
      num_experts_per_tok: 2,
    }
    const published = 16 * 32 * 8 * 3 * (4096 + 14336)
    expect(trainable(mixtral, { r: 16, target_modules: ['w1', 'w2', 'w3'] })).toBe(published)
  })

  // google/gemma-2-2b with a score of 2 x 2304: 3,194,880 + 4608.
  test('the head of a classifier is trained whole: Gemma-2-2B', () => {
    const gemma = {
      arch: 'gemma2',
      hidden_size: 2304,
      num_hidden_layers: 26,
      num_attention_heads: 8,
      num_key_value_heads: 4,
      head_dim: 256,
      intermediate_size: 9216,
      vocab_size: 256000,
    }
    const input = { r: 16, ...QV }
    expect(trainable(gemma, input)).toBe(3_194_880)
    for (const head of [
      { modules_to_save: ['score'] },
      { extra_head: 'score 2 x 2304 = 4608' },
      { extra_head: 4608, modules_to_save: ['score'] },
      { task_type: 'SEQ_CLS' },
    ]) {
      expect(trainable(gemma, { ...input, ...head })).toBe(3_199_488)
    }
  })
})
