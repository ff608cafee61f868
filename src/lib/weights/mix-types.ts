import { ggmlTypes } from '../gguf/ggml-types.ts'
import type { GgmlTypeName } from '../gguf/ggml-types.ts'
import { fallbackType } from './fallback-type.ts'
import { mixRecipes } from './mix-recipes.ts'
import type { GgufFileType } from './mix-recipes.ts'
import type { MixCondition, MixRecipe, TensorCategory } from './mix-recipe.ts'
import { moreBits } from './more-bits.ts'
import type { MixModel, StoredTensor } from './stored-tensor.ts'

/** How the file was quantised. */
export interface MixOptions {
  /** Quantised with an importance matrix. Absent: only where llama.cpp insists on one. */
  readonly imatrix?: boolean
  /**
   * Which builds made the file: before February 2026 a fused q, k, v matrix had rules of its own.
   * Absent: 'before-2026', as nearly every published file is.
   */
  readonly quantizer?: 'before-2026' | 'current'
}

interface Place {
  readonly index: number
  readonly count: number
  readonly stacked: boolean
  readonly imatrix: boolean
}

const holds: Readonly<Record<MixCondition, (place: Place, model: MixModel) => boolean>> = {
  'first-2': ({ index }) => index < 2,
  'first-4': ({ index }) => index < 4,
  'first-sixteenth': ({ index, count }) => index < Math.floor(count / 16),
  'first-eighth': ({ index, count }) => index < Math.floor(count / 8),
  middle: ({ index, count }) =>
    index >= Math.floor(count / 8) && index < Math.floor((7 * count) / 8),
  'more-bits': ({ index, count }) => moreBits(index, count),
  'gqa-4': (_, model) => model.gqa >= 4,
  'experts-4': (_, model) => model.experts >= 4,
  'experts-8': (_, model) => model.experts === 8,
  'not-experts-8': (_, model) => model.experts !== 8,
  imatrix: ({ imatrix }) => imatrix,
  'no-imatrix': ({ imatrix }) => !imatrix,
  falcon: (_, model) => model.falcon,
  'not-falcon': (_, model) => !model.falcon,
  stacked: ({ stacked }) => stacked,
}

const valueLike: ReadonlySet<TensorCategory> = new Set(['attn-v', 'attn-qkv', 'attn-kv-b'])
const feedForward: ReadonlySet<TensorCategory> = new Set(['ffn-up', 'ffn-gate', 'ffn-down'])

/**
 * The storage type of every tensor of a GGUF file, in the order given, as llama.cpp's quantiser
 * chooses it: the recipe's rules, its special cases, and the fallback for odd widths.
 *
 * Source: src/llama-quant.cpp (`llama-cpp-quant`).
 *
 * @example mixTypes(tensors, model, 'Q4_K_M')[0] // 'Q4_K' for an untied embedding
 */
export function mixTypes(
  tensors: readonly StoredTensor[],
  model: MixModel,
  fileType: GgufFileType,
  options: MixOptions = {},
): readonly GgmlTypeName[] {
  const recipe: MixRecipe = mixRecipes[fileType]
  const imatrix = options.imatrix ?? recipe.needsImatrix
  const before2026 = options.quantizer !== 'current'
  const plain = ggmlTypes[recipe.base].blockElements === 1
  const valueCount = tensors.filter((tensor) => valueLike.has(tensor.category)).length
  const seen = new Map<string, number>()
  const next = (counter: string) => {
    const index = seen.get(counter) ?? 0
    seen.set(counter, index + 1)
    return index
  }

  const choose = (tensor: StoredTensor): GgmlTypeName => {
    const { category, dims, layer } = tensor
    const columns = dims[0] ?? 0
    if (category === 'output' || (category === 'token-embedding' && model.tied)) {
      const odd = columns % ggmlTypes[recipe.base].blockElements !== 0
      return model.falcon || odd ? 'Q8_0' : recipe.output
    }
    const stacked = (dims[2] ?? 1) > 1
    if (before2026 && (category === 'attn-qkv' || category === 'attn-kv-b')) {
      return (category === 'attn-qkv' ? recipe.fusedBefore2026 : undefined) ?? recipe.base
    }
    const isValue = valueLike.has(category)
    const isFeed = feedForward.has(category)
    const counted = isValue || isFeed ? next(isValue ? 'value' : category) : 0
    const place: Place = {
      index: isFeed && !recipe.low && model.experts > 1 ? layer : counted,
      count: isValue ? valueCount : model.layers,
      stacked,
      imatrix,
    }
    const rule = recipe.rules[category]?.find(({ when = [] }) =>
      when.every((condition) => holds[condition](place, model)),
    )
    const type = rule?.type ?? recipe.base
    if (recipe.low) return type
    if (model.experts === 8 && (isValue || category === 'attn-k')) return 'Q8_0'
    return model.seventyB && isValue && (type === 'Q3_K' || type === 'Q4_K') ? 'Q5_K' : type
  }

  return tensors.map((tensor) => {
    if (!tensor.quantisable) return 'F32'
    return plain ? recipe.base : fallbackType(choose(tensor), tensor.dims[0] ?? 0)
  })
}
