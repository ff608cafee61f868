import { describe, expect, it } from 'vitest'
import { fitGgufMetadata } from './fit-gguf-metadata.ts'
import { ggufFileSample } from './gguf-file-sample.ts'
import type { GgufFileSample } from './gguf-file-sample.ts'
import { ggufVocabulary } from './gguf-vocabulary.ts'
import type { GgufVocabularyId } from './gguf-vocabulary.ts'
import { leaveOneFileOut } from './leave-one-file-out.ts'

const sample = (
  id: string,
  vocabulary: GgufVocabularyId | null,
  headerBytes: number,
): GgufFileSample => ({
  id,
  model: id.slice(0, 1),
  vocabulary,
  vocabSize: 1000,
  fileBytes: 1e8,
  headerBytes,
})

// Bytes a token: 60, 61 and 70 for Llama 3, 40 for Qwen, 24 for Gemma 2.
const samples = [
  sample('a1', 'llama-3', 60_000),
  sample('a2', 'llama-3', 70_000),
  sample('b1', 'llama-3', 61_000),
  sample('c1', 'qwen', 40_000),
  sample('d1', 'gemma-2', 24_000),
]

describe('fitGgufMetadata', () => {
  it('takes the median of a vocabulary and counts its files and models', () => {
    const { vocabularies } = fitGgufMetadata(samples)
    expect(vocabularies.get('llama-3')).toEqual({ bytesPerToken: 61, files: 3, models: 2 })
    expect(vocabularies.get('gemma-2')).toEqual({ bytesPerToken: 24, files: 1, models: 1 })
    expect(vocabularies.has('kimi')).toBe(false)
  })

  it('takes the usual bytes from the byte-pair vocabularies alone', () => {
    expect(fitGgufMetadata(samples).usual).toEqual({ bytesPerToken: 50.5, vocabularies: 2 })
  })

  it('fits nothing on no file, or on files of unknown vocabularies', () => {
    for (const none of [[], [sample('a1', null, 40_000)]]) {
      const { vocabularies, usual } = fitGgufMetadata(none)
      expect(vocabularies.size).toBe(0)
      expect(usual).toBeNull()
    }
  })
})

describe('leaveOneFileOut', () => {
  it('computes each file from the others of its vocabulary', () => {
    const [first] = leaveOneFileOut(samples)
    // The median of 61 and 70 is 65.5: 5,500 bytes more than the 60,000 published.
    expect(first?.others).toBe(2)
    expect(first?.headerError).toBeCloseTo(5_500 / 60_000, 12)
    expect(first?.fileError).toBeCloseTo(5_500 / 1e8, 12)
  })

  it('falls back on the usual bytes for a file alone with its vocabulary', () => {
    const left = leaveOneFileOut(samples).find(({ sample: { id } }) => id === 'd1')
    expect(left?.others).toBe(0)
    expect(left?.headerError).toBeCloseTo(50.5 / 24 - 1, 12)
  })

  it('leaves out what the other files say nothing about', () => {
    expect(leaveOneFileOut([sample('d1', 'gemma-2', 24_000)])).toEqual([])
  })
})

describe('ggufVocabulary', () => {
  it('goes by family before size, and by size otherwise', () => {
    expect(ggufVocabulary({ vocabSize: 256000, family: 'gemma2' })).toBe('gemma-2')
    expect(ggufVocabulary({ vocabSize: 256000, family: 'cohere' })).toBe('cohere')
    expect(ggufVocabulary({ vocabSize: 128256, family: 'smollm3' })).toBe('llama-3')
    expect(ggufVocabulary({ vocabSize: 131072, family: 'mistral' })).toBeNull()
  })
})

describe('ggufFileSample', () => {
  it('refuses a file that is smaller than its tensors', () => {
    const config = {
      model_type: 'llama',
      hidden_size: 4096,
      num_hidden_layers: 32,
      num_attention_heads: 32,
      intermediate_size: 11008,
      vocab_size: 32000,
    }
    const file = { id: 'small', model: 'llama-2-7b', config, quant: 'Q4_K_M', bytes: 4e9 } as const
    expect(() => ggufFileSample(file)).toThrow(RangeError)
  })
})
