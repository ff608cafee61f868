import { describe, expect, it } from 'vitest'
import { ConfigError } from './config-error.ts'
import { countParameters } from './count-parameters.ts'
import { parseModelConfig } from './parse-model-config.ts'

const llama = {
  model_type: 'llama',
  hidden_size: 2048,
  intermediate_size: 8192,
  num_hidden_layers: 16,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  vocab_size: 128256,
  tie_word_embeddings: true,
}

function refusal(json: unknown): ConfigError {
  try {
    parseModelConfig(json)
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
  throw new Error('was accepted')
}

describe('models whose makers or users published the exact total', () => {
  const chatglm = {
    model_type: 'chatglm',
    hidden_size: 4096,
    num_layers: 28,
    num_attention_heads: 32,
    ffn_hidden_size: 13696,
    kv_channels: 128,
    padded_vocab_size: 65024,
    multi_query_attention: true,
    multi_query_group_num: 2,
    add_bias_linear: false,
    add_qkv_bias: true,
    rmsnorm: true,
    post_layer_norm: true,
    seq_length: 32768,
  }
  const wide = { hidden_size: 4096, num_hidden_layers: 32, num_attention_heads: 32 }

  it('counts ChatGLM2-6B and ChatGLM3-6B (all params 6,243,584,000)', () => {
    expect(countParameters(parseModelConfig(chatglm)).total).toBe(6_243_584_000)
  })

  it('keeps the output layer of files that name ChatGLMModel: ChatGLM3-6B and GLM-4-9B-Chat', () => {
    const published = { ...chatglm, architectures: ['ChatGLMModel'] }
    expect(countParameters(parseModelConfig(published)).total).toBe(6_243_584_000)
    const glm4 = { ...published, num_layers: 40, padded_vocab_size: 151552 }
    expect(countParameters(parseModelConfig(glm4)).total).toBe(9_399_951_360)
  })

  it('counts Phi-3.5-MoE with its LayerNorms and biases (41.9 B, 6.6 B of them active)', () => {
    const phimoe = {
      model_type: 'phimoe',
      hidden_size: 4096,
      intermediate_size: 6400,
      num_hidden_layers: 32,
      num_attention_heads: 32,
      num_key_value_heads: 8,
      num_local_experts: 16,
      num_experts_per_tok: 2,
      vocab_size: 32064,
      attention_bias: true,
      lm_head_bias: true,
    }
    const { total, active } = countParameters(parseModelConfig(phimoe))
    const experts = 32 * 16 * 3 * 4096 * 6400
    const attention = 32 * (4096 * 4096 * 2 + 4096 * 1024 * 2 + 4096 + 1024 + 1024 + 4096)
    const outside = 2 * 32064 * 4096 + 32064 + 2 * 4096
    expect(total).toBe(experts + attention + 32 * (16 * 4096 + 4 * 4096) + outside)
    expect(total / 1e9).toBeCloseTo(41.9, 1)
    expect(active / 1e9).toBeCloseTo(6.6, 1)
  })

  it('counts ChatGLM-6B (all params 6,176,956,416 with a LoRA of 3,670,016)', () => {
    const config = {
      model_type: 'chatglm',
      hidden_size: 4096,
      num_layers: 28,
      num_attention_heads: 32,
      inner_hidden_size: 16384,
      vocab_size: 130528,
      max_sequence_length: 2048,
    }
    expect(countParameters(parseModelConfig(config)).total).toBe(6_176_956_416 - 3_670_016)
  })

  it('counts Baichuan-7B (7,000,559,616 in its README)', () => {
    const config = { ...wide, model_type: 'baichuan', intermediate_size: 11008, vocab_size: 64000 }
    expect(countParameters(parseModelConfig(config)).total).toBe(7_000_559_616)
  })

  it('halves the stated width of the first Qwen, which counts gate and up together', () => {
    const config = {
      ...wide,
      model_type: 'qwen',
      intermediate_size: 22016,
      vocab_size: 151936,
      kv_channels: 128,
      no_bias: true,
    }
    const [layer] = parseModelConfig(config).layers
    expect(layer?.mlp).toMatchObject({ kind: 'dense', intermediateSize: 11008, gated: true })
    // 2 tables, and per layer q k v with a bias, o, three feed-forward matrices, two norms.
    const perLayer = 4 * 4096 * 4096 + 3 * 4096 + 3 * 4096 * 11008 + 2 * 4096
    const total = 2 * 151936 * 4096 + 32 * perLayer + 4096
    expect(countParameters(parseModelConfig(config)).total).toBe(total)
  })

  it('lets multi_query_group_num outrank num_key_value_heads', () => {
    const [layer] = parseModelConfig({ ...chatglm, num_key_value_heads: 32 }).layers
    expect(layer?.attention).toMatchObject({ kvHeads: 2, headDim: 128, fusedQkv: true })
  })
})

describe('defaults of a family', () => {
  it('ties the embeddings of Gemma, whose files do not say so', () => {
    const spec = parseModelConfig({ model_type: 'gemma2', hidden_size: 2304 })
    expect(spec.tied).toBe(true)
    expect(spec.layers[0]?.attention).toMatchObject({ kind: 'sliding', window: 4096, headDim: 256 })
    expect(spec.layers[1]?.attention.kind).toBe('full')
  })

  it('warns when an essential number had to be taken from the defaults', () => {
    const { warnings } = parseModelConfig({ model_type: 'gpt2' })
    expect(warnings.join(' ')).toContain('vocab_size')
    expect(warnings.join(' ')).toContain('50,257')
  })

  it('names every default that decides the cache, as a text part of Gemma-3 leaves them out', () => {
    const text_config = {
      model_type: 'gemma3_text',
      hidden_size: 2560,
      intermediate_size: 10240,
      num_hidden_layers: 34,
      vocab_size: 262208,
    }
    const warnings = parseModelConfig({ model_type: 'gemma3', text_config }).warnings.join(' ')
    for (const field of [
      'num_attention_heads is not in the file; 8,',
      'num_key_value_heads is not in the file; 4,',
      'head_dim is not in the file; 256,',
      'sliding_window is not in the file; 4,096,',
      'sliding_window_pattern is not in the file; 6,',
    ]) {
      expect(warnings).toContain(field)
    }
  })

  it('says nothing when the file says everything', () => {
    expect(parseModelConfig(llama).warnings).toEqual([])
  })

  it('honours use_sliding_window: false of Qwen', () => {
    const config = {
      ...llama,
      model_type: 'qwen2',
      sliding_window: 4096,
      use_sliding_window: false,
    }
    expect(
      parseModelConfig(config).layers.every(({ attention }) => attention.kind === 'full'),
    ).toBe(true)
  })
})

describe('nested language models', () => {
  it('reads the text part of Gemma-3 and says that images are left out', () => {
    const spec = parseModelConfig({
      model_type: 'gemma3',
      architectures: ['Gemma3ForConditionalGeneration'],
      text_config: { model_type: 'gemma3_text', hidden_size: 2560, num_hidden_layers: 34 },
      vision_config: { hidden_size: 1152 },
    })
    expect(spec).toMatchObject({ family: 'gemma3', hiddenSize: 2560, tied: true })
    expect(spec.warnings.join(' ')).toContain('only its language model')
  })

  it('knows which family a text part without model_type belongs to', () => {
    const spec = parseModelConfig({
      model_type: 'mistral3',
      text_config: { hidden_size: 5120, head_dim: 128 },
    })
    expect(spec.family).toBe('mistral')
  })

  it('takes tied embeddings from the outer file', () => {
    const text = { ...llama, tie_word_embeddings: undefined, model_type: 'qwen3_vl_text' }
    const spec = parseModelConfig({
      model_type: 'qwen3_vl',
      tie_word_embeddings: true,
      text_config: JSON.parse(JSON.stringify(text)) as unknown,
    })
    expect(spec.tied).toBe(true)
  })
})

describe('types that are not known', () => {
  it('reads them as a Llama, with a warning, when they state what a Llama states', () => {
    const spec = parseModelConfig({ ...llama, model_type: 'brand_new' })
    expect(spec.family).toBe('brand_new')
    expect(spec.warnings).toHaveLength(1)
    expect(spec.warnings[0]).toContain('brand_new')
    expect(countParameters(spec).total).toBe(countParameters(parseModelConfig(llama)).total)
  })

  it('names the field that is missing otherwise', () => {
    const error = refusal({ model_type: 'brand_new', hidden_size: 64, num_hidden_layers: 2 })
    expect(error.field).toBe('num_attention_heads')
    expect(error.message).toContain('num_attention_heads is missing')
  })

  it('refuses an unknown mixture of experts rather than count it wrongly', () => {
    expect(refusal({ ...llama, model_type: 'brand_new', num_experts: 8 }).field).toBe('num_experts')
  })
})

describe('files that are no model configuration', () => {
  it.each([
    ['text', 'model.safetensors', /parsed JSON/],
    ['a list', [1, 2], /list/],
    ['null', null, /null/],
    ['a number', 7, /7/],
    ['an image model', { _class_name: 'UNet2DConditionModel', _diffusers_version: '0.6' }, /image/],
    ['an index of weights', { metadata: {}, weight_map: {} }, /index/],
    ['a tokenizer', { tokenizer_class: 'GPT2Tokenizer', model_max_length: 1024 }, /tokenizer/],
    ['an adapter', { peft_type: 'LORA', r: 8, base_model_name_or_path: 'x' }, /base model/],
    ['sampling settings', { do_sample: true, top_p: 0.9 }, /generation_config/],
    ['nothing', {}, /missing/],
  ])('refuses %s with a sentence of its own', (_, json, message) => {
    expect(refusal(json).message).toMatch(message)
  })
})

describe('numbers that cannot be', () => {
  it.each([
    ['num_hidden_layers', 1e12],
    ['num_hidden_layers', 2001],
    ['num_hidden_layers', -3],
    ['num_hidden_layers', 0],
    ['num_hidden_layers', 1.5],
    ['num_hidden_layers', '16'],
    ['num_hidden_layers', [16]],
    ['hidden_size', Number.NaN],
    ['hidden_size', Number.POSITIVE_INFINITY],
    ['hidden_size', 1e9],
    ['vocab_size', -1],
    ['num_key_value_heads', 7],
    ['num_key_value_heads', 64],
    ['tie_word_embeddings', 'yes'],
    ['attention_bias', 1],
    ['layer_types', ['full_attention']],
    ['layer_types', 'full_attention'],
  ])('refuses %s of %s and names the field', (field, value) => {
    expect(refusal({ ...llama, [field]: value }).field).toBe(field)
  })

  it('refuses sizes that are each believable but together are not', () => {
    const error = refusal({ ...llama, hidden_size: 1e6, intermediate_size: 1e8, head_dim: 64 })
    expect(error.message).toContain('more than any model')
  })

  it('refuses more experts a token than there are', () => {
    const error = refusal({
      ...llama,
      model_type: 'mixtral',
      num_local_experts: 4,
      num_experts_per_tok: 5,
    })
    expect(error.field).toBe('num_experts_per_tok')
  })
})
