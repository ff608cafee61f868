import { ConfigError } from '../model/config-error.ts'
import { parseModelConfig } from '../model/parse-model-config.ts'
import type { AttentionSpec, LayerSpec, ModelSpec, RecurrentMixer } from '../model/spec.ts'
import { translateTruthConfig } from './translate-truth-config.ts'

type Fields = Readonly<Record<string, unknown>>

/** A ModelSpec, and the fields that its row left out. */
export interface TruthSpec extends ModelSpec {
  /** Numbers that depend on one of these fields cannot be computed from the row. */
  readonly missing: readonly string[]
  /** An architecture that no family answers to, read as a Llama: only its cache can be computed. */
  readonly unknown: string | null
}

/** Families that place their windows themselves, so that the reader has done it already. */
const HABITUAL: ReadonlySet<string> = new Set([
  'cohere2',
  'gemma',
  'gemma2',
  'gemma3',
  'gpt_oss',
  'llama4',
  'olmo3',
])

/**
 * Makes a ModelSpec from the `config` of a truth row. Such a configuration uses Hugging Face's
 * field names and a few of the table's own (`arch`, `attention_bias_qkv`, `qk_norm`,
 * `norms_per_layer`, `full_attention_every`, `full_attention_layers`, `recurrent_layers`, `ssm_*`)
 * and may hold only the fields that its number needs.
 *
 * @throws {ConfigError} when the row states no number of layers
 * @example specFromTruthConfig({ arch: 'llama', num_hidden_layers: 2 }).layers.length //=> 2
 */
export function specFromTruthConfig(config: Fields): TruthSpec {
  const { fields, missing, unknown } = translateTruthConfig(config)
  if (missing.includes('num_hidden_layers')) {
    throw new ConfigError(
      'num_hidden_layers is missing, so this row describes no layers.',
      'num_hidden_layers',
    )
  }
  const spec = parseModelConfig(fields)
  const layers = spec.layers.map((layer, index) => ({
    ...layer,
    attention: placed(withHabits(layer.attention, config), {
      config,
      habitual: HABITUAL.has(spec.family),
      index,
      layers: spec.layers.length,
    }),
    norms: withNormCount(layer.norms, numberOf(config, 'norms_per_layer')),
  }))
  return { ...spec, layers, missing, unknown }
}

/** The row's own word on biases and norms outranks the habit of the architecture. */
function withHabits(attention: AttentionSpec, config: Fields): AttentionSpec {
  if (attention.kind !== 'full' && attention.kind !== 'sliding') return attention
  const bias = config['attention_bias_qkv']
  const norm = config['qk_norm']
  const usual = attention.qkNorm === 'none' ? 'per-head' : attention.qkNorm
  return {
    ...attention,
    ...(typeof bias === 'boolean' ? { qkvBias: bias } : {}),
    ...(typeof norm === 'boolean' ? { qkNorm: norm ? usual : 'none' } : {}),
  }
}

function withNormCount(norms: LayerSpec['norms'], wanted: number | null): LayerSpec['norms'] {
  const last = norms.at(-1)
  if (wanted === null || last === undefined) return norms
  const more = Math.max(0, wanted - norms.length)
  return [...norms.slice(0, wanted), ...Array.from({ length: more }, () => last)]
}

/** What stands at one layer: recurrent among full layers, or sliding among global ones. */
function placed(
  attention: AttentionSpec,
  place: {
    readonly config: Fields
    readonly habitual: boolean
    readonly index: number
    readonly layers: number
  },
): AttentionSpec {
  const { config } = place
  const window = numberOf(config, 'sliding_window')
  const isFull = attendsFully(place)
  if (isFull !== null) {
    if (isFull) return attention
    return windowed(attention, window) ?? mixerOf(config) ?? { kind: 'none' }
  }
  const every = numberOf(config, 'full_attention_every')
  if (every === null && place.habitual) return attention
  const isGlobal = every !== null && (place.index + 1) % every === 0
  if (isGlobal && attention.kind === 'sliding') return { ...attention, kind: 'full' }
  return isGlobal ? attention : (windowed(attention, window) ?? attention)
}

function windowed(attention: AttentionSpec, window: number | null): AttentionSpec | null {
  if (window === null || (attention.kind !== 'full' && attention.kind !== 'sliding')) return null
  return { ...attention, kind: 'sliding', window }
}

/**
 * Whether a layer of a hybrid attends: every `full_attention_interval`-th does, or as many as the
 * row says, spread evenly. Null when the row describes no hybrid.
 */
function attendsFully(place: {
  readonly config: Fields
  readonly index: number
  readonly layers: number
}): boolean | null {
  const { config, index, layers } = place
  const interval = numberOf(config, 'full_attention_interval')
  if (interval !== null) return (index + 1) % interval === 0
  const recurrent = numberOf(config, 'recurrent_layers')
  const full =
    numberOf(config, 'full_attention_layers') ?? (recurrent === null ? null : layers - recurrent)
  if (full === null) return null
  const before = Math.floor((index * full) / layers)
  return Math.floor(((index + 1) * full) / layers) > before
}

/** The state of a recurrent layer from llama.cpp's names; its weights are not stated. */
function mixerOf(config: Fields): RecurrentMixer | null {
  const inner = numberOf(config, 'ssm_inner_size')
  const state = numberOf(config, 'ssm_state_size')
  if (inner === null || state === null) return null
  const groups = numberOf(config, 'ssm_group_count') ?? 0
  return {
    kind: 'recurrent',
    mixer: 'gated-delta',
    convKernel: numberOf(config, 'ssm_conv_kernel') ?? 4,
    convChannels: inner + 2 * groups * state,
    stateElements: state * inner,
    weights: [],
  }
}

function numberOf(config: Fields, name: string): number | null {
  const value = config[name]
  return typeof value === 'number' && value > 0 ? value : null
}
