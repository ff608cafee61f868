import { ConfigError } from '../config-error.ts'
import type { ConfigReader } from '../config-reader.ts'

export type LayerKind = 'full' | 'sliding' | 'recurrent'

const WORDS: Readonly<Record<string, LayerKind>> = {
  full_attention: 'full',
  attention: 'full',
  indexed_attention: 'full',
  sliding_attention: 'sliding',
  chunked_attention: 'sliding',
  linear_attention: 'recurrent',
  mamba: 'recurrent',
}

/**
 * Kind of every layer: `layer_types` where the file has it, else what the family's rule says.
 *
 * @throws {ConfigError} when `layer_types` is too short or holds an unknown word
 */
export function layerKinds(
  reader: ConfigReader,
  layers: number,
  rule: (index: number) => LayerKind,
): readonly LayerKind[] {
  const words = reader.words('layer_types') ?? reader.words('layers_block_type')
  if (words === null) return Array.from({ length: layers }, (_, index) => rule(index))
  if (words.length < layers) {
    throw new ConfigError(
      `layer_types names ${words.length} layers, but the model has ${layers}.`,
      'layer_types',
    )
  }
  return words.slice(0, layers).map((word) => {
    const kind = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined
    if (kind !== undefined) return kind
    throw new ConfigError(
      `layer_types holds "${word.slice(0, 40)}", a kind of layer that is not known here.`,
      'layer_types',
    )
  })
}

/** Window of the sliding layers: absent gives the family's default, a stated null means none. */
export function readWindow(reader: ConfigReader, fallback: number | null): number | null {
  const window = reader.optionalInteger('sliding_window', { fallback, min: 0, max: 1e10 })
  return window === 0 ? null : window
}
