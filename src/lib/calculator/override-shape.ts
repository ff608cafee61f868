import type { AttentionSpec, LayerSpec, ModelSpec } from '../model/spec.ts'

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
 * @example overrideShape(llama2, { layers: 384, heads: null, kvHeads: null, headDim: null })
 */
export function overrideShape(spec: ModelSpec, override: ShapeOverride): ModelSpec {
  const { layers: count, heads, kvHeads, headDim } = override
  if (count === null && heads === null && kvHeads === null && headDim === null) return spec
  const shaped = new Map<LayerSpec, LayerSpec>()
  const reshape = (layer: LayerSpec): LayerSpec => {
    const known = shaped.get(layer)
    if (known) return known
    const made = { ...layer, attention: withHeads(layer.attention, override) }
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

function withHeads(attention: AttentionSpec, override: ShapeOverride): AttentionSpec {
  if (attention.kind !== 'full' && attention.kind !== 'sliding') return attention
  const { heads, kvHeads, headDim } = override
  return {
    ...attention,
    heads: heads ?? attention.heads,
    kvHeads: kvHeads ?? attention.kvHeads,
    headDim: headDim ?? attention.headDim,
    valueHeadDim: headDim ?? attention.valueHeadDim,
  }
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
