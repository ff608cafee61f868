import type { LoraOptions } from '../lora/lora-options.ts'
import type { ModelSpec } from '../model/spec.ts'
import { adapterMethodOf } from './adapter-method-of.ts'
import { adapterTargetsOf } from './adapter-targets-of.ts'
import { numberOf, textOf, textsOf } from './truth-input.ts'

type Input = Readonly<Record<string, unknown>>

/** Mixtures whose experts were one parameter in transformers 4 already. */
const PACKED_EARLY = /^(gpt_oss|llama4|granitemoe)/

/**
 * The adapter that a row's input describes. Published counts of mixtures are of transformers 4, in
 * which every expert is a layer of its own.
 * Errors: RangeError when the row gives no rank, or an adapter that the library does not count.
 */
export function adapterOptions(spec: ModelSpec, input: Input): LoraOptions {
  const { dora, ...kind } = adapterMethodOf(textOf(input, 'variant', 'method', 'peft_type') ?? '')
  const start = kind.method === 'adalora' ? numberOf(input, 'init_r') : undefined
  const rank = kind.method === 'ia3' ? 1 : (start ?? numberOf(input, 'r', 'rank', 'lora_r'))
  if (rank === undefined) throw new RangeError('the row gives no rank')
  const blocks = numberOf(input, 'nblocks', 'blocks')
  const save = textsOf(input, 'modules_to_save')
  const bias = textOf(input, 'bias')
  const separate =
    !PACKED_EARLY.test(spec.family) && spec.layers.some(({ mlp }) => mlp.kind === 'experts')
  return {
    rank,
    targets: adapterTargetsOf(input, spec, kind.method),
    ...kind,
    ...(separate ? { experts: 'separate' } : {}),
    dora: dora === true || input['use_dora'] === true,
    ...(blocks === undefined ? {} : { blocks }),
    ...(save === undefined ? {} : { modulesToSave: save }),
    ...(bias === 'all' || bias === 'lora_only' ? { bias } : {}),
  }
}
