import type {
  AttentionSpec,
  FullAttention,
  LayerSpec,
  ModelSpec,
  SlidingAttention,
} from '../model/spec.ts'
import { unevenHeads } from '../model/uneven-heads.ts'

/** A what-if shape of the attention; null leaves the model's own. */
export interface ShapeOverride {
  readonly layers: number | null
  readonly heads: number | null
  readonly kvHeads: number | null
  readonly headDim: number | null
}

/**
 * The model with another number of layers, heads or another head size: layers beyond the model's
 * own repeat its pattern. Layers without heads of their own (latent, recurrent) keep their shape.
 *
 * @throws RangeError when the key and value heads do not divide the query heads.
 * @example overrideShape(llama2, { layers: 384, heads: null, kvHeads: null, headDim: null })
 */
export function overrideShape(spec: ModelSpec, override: ShapeOverride): ModelSpec {
  const { layers: count, heads, kvHeads, headDim } = override
  if (count === null && heads === null && kvHeads === null && headDim === null) return spec
  const problem = headsProblem(spec, override)
  if (problem !== '') throw new RangeError(problem)
  const shaped = new Map<LayerSpec, LayerSpec>()
  const reshape = (layer: LayerSpec): LayerSpec => {
    const known = shaped.get(layer)
    if (known) return known
    const made = { ...layer, attention: withShape(layer.attention, override) }
    shaped.set(layer, made)
    return made
  }
  const own = spec.layers.length
  const wanted = count ?? own
  const layers = Array.from(
    { length: own === 0 ? 0 : wanted },
    (_, index) => spec.layers[index % own],
  )
  return { ...spec, layers: layers.filter((layer) => layer !== undefined).map(reshape) }
}

const withShape = (attention: AttentionSpec, override: ShapeOverride): AttentionSpec =>
  attention.kind === 'full' || attention.kind === 'sliding'
    ? withHeads(attention, override)
    : attention

function withHeads<Heads extends FullAttention | SlidingAttention>(
  attention: Heads,
  override: ShapeOverride,
): Heads {
  const { heads, kvHeads, headDim } = override
  return {
    ...attention,
    heads: heads ?? attention.heads,
    kvHeads: kvHeads ?? attention.kvHeads,
    headDim: headDim ?? attention.headDim,
    valueHeadDim: headDim ?? attention.valueHeadDim,
  }
}

/**
 * The sentence for key and value heads that do not divide the query heads, as a file with such
 * numbers gets it; '' where they do, or where the model has none.
 *
 * @example headsProblem(llama2, { layers: null, heads: null, kvHeads: 5, headDim: null })
 * //=> 'num_key_value_heads is 5, which does not divide the 32 attention heads.'
 */
export function headsProblem(spec: Pick<ModelSpec, 'layers'>, override: ShapeOverride): string {
  if (override.heads === null && override.kvHeads === null) return ''
  for (const { attention } of spec.layers) {
    if (attention.kind !== 'full' && attention.kind !== 'sliding') continue
    const { heads, kvHeads } = withHeads(attention, override)
    if (heads % kvHeads !== 0) return unevenHeads(heads, kvHeads)
  }
  return ''
}

/** The attention shape that a model shows: of its first layer with heads. */
export interface ShownShape {
  readonly layers: number
  readonly heads: number
  readonly kvHeads: number
  readonly headDim: number
}

/**
 * Layers, heads and head size as a card would print them; null for models without such layers.
 *
 * @example shownShape(llama3) //=> { layers: 32, heads: 32, kvHeads: 8, headDim: 128 }
 */
export function shownShape(spec: Pick<ModelSpec, 'layers'>): ShownShape | null {
  for (const { attention } of spec.layers) {
    if (attention.kind !== 'full' && attention.kind !== 'sliding') continue
    const { heads, kvHeads, headDim } = attention
    return { layers: spec.layers.length, heads, kvHeads, headDim }
  }
  return null
}
