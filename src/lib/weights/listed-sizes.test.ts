import { describe, expect, it } from 'vitest'
import { parseModelConfig } from '../model/parse-model-config.ts'
import { ollamaListSize } from './ollama-list-size.ts'
import { safetensorsBytes } from './safetensors-bytes.ts'
import { safetensorsHeaderBytes } from './safetensors-header-bytes.ts'

describe('ollamaListSize', () => {
  it('cuts from 10 on and keeps one decimal below', () => {
    expect(ollamaListSize(19_851_349_856).text).toBe('19 GB')
    expect(ollamaListSize(8_988_112_040).text).toBe('9.0 GB')
    expect(ollamaListSize(42_520_397_704).value).toBe(42)
    expect(ollamaListSize(4_683_075_271).text).toBe('4.7 GB')
    expect(ollamaListSize(9_000_000_000).text).toBe('9 GB')
    expect(ollamaListSize(999).text).toBe('999 B')
    expect(ollamaListSize(4_250_000_000).text).toBe('4.2 GB')
  })

  it('refuses what is no size', () => {
    expect(() => ollamaListSize(-1)).toThrow(RangeError)
    expect(() => ollamaListSize(Number.NaN)).toThrow(RangeError)
  })
})

describe('safetensors', () => {
  it('gives the published size of two LoRA adapters of Llama 3.2 3B', () => {
    const adapter = (rank: number) => {
      const modules = [
        { name: 'q_proj', out: 3072 },
        { name: 'v_proj', out: 1024 },
      ]
      const tensors = Array.from({ length: 28 }, (_, layer) =>
        modules.flatMap(({ name, out }) => {
          const path = `base_model.model.model.layers.${layer}.self_attn.${name}`
          return [
            { name: `${path}.lora_A.weight`, shape: [rank, 3072] },
            { name: `${path}.lora_B.weight`, shape: [out, rank] },
          ]
        }),
      )
        .flat()
        .map((tensor) => ({
          ...tensor,
          dtype: 'F32',
          bytes: 4 * tensor.shape.reduce((product, size) => product * size, 1),
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
      return (
        safetensorsHeaderBytes(tensors) + tensors.reduce((total, { bytes }) => total + bytes, 0)
      )
    }
    expect(adapter(32)).toBe(36715216)
    expect(adapter(64)).toBe(73415408)
  })

  it('gives the total size of Llama 3.2 3B in bf16', () => {
    const spec = parseModelConfig({
      model_type: 'llama',
      hidden_size: 3072,
      num_hidden_layers: 28,
      num_attention_heads: 24,
      num_key_value_heads: 8,
      intermediate_size: 8192,
      vocab_size: 128256,
      tie_word_embeddings: true,
    })
    expect(safetensorsBytes(spec, 'bf16')).toBe(6425499648)
    expect(() => safetensorsBytes(spec, 'Q4_K_M' as 'bf16')).toThrow(RangeError)
  })
})
