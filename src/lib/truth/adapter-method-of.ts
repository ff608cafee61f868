import type { AdapterMethod, LoraOptions } from '../lora/lora-options.ts'

const methods: readonly (readonly [RegExp, AdapterMethod])[] = [
  [/(?<![a-z])vera/, 'vera'],
  [/(?<![a-z])loha/, 'loha'],
  [/ada[-_ ]?lora/, 'adalora'],
  [/(?<![a-z])mica(?![a-z])/, 'mica'],
  [/ia[-_^( ]?(3|³)/, 'ia3'],
  [/bd[-_ ]?lora|block[-_ ]?diag/, 'bd-lora'],
]

/** LoRA under another name, start or learning rate: it trains the same numbers. */
const sameSize =
  /(?<![a-z-])(?:q[-_]?|rs[-_]?|o[-_]?)?lora(?![a-z]|[-_ ]?(?:xs|sb))|pissa|(?<![a-z])eva(?![a-z])|corda|loftq|olora|^(?:none|no|default|standard|plain|vanilla|)$/

/**
 * The kind of adapter that a row's `variant` names, as options of `loraParameters`.
 * Errors: RangeError for a kind that the library does not count.
 *
 * @example adapterMethodOf('rsLoRA') //=> {}
 */
export function adapterMethodOf(variant: string): Pick<LoraOptions, 'method' | 'dora' | 'frozenA'> {
  const name = variant.trim().toLowerCase()
  const method = methods.find(([pattern]) => pattern.test(name))?.[1]
  if (method !== undefined) return { method }
  if (/lora[-_ ]?fa(?![a-z])/.test(name)) return { frozenA: true }
  if (/(?<![a-z])q?dora(?![a-z])/.test(name)) return { dora: true }
  if (sameSize.test(name)) return {}
  throw new RangeError(`the library does not count adapters of the kind "${variant}"`)
}
