import type { CacheOptions } from '../cache/cache-options.ts'

type MlaForm = NonNullable<CacheOptions['mlaForm']>

/** ik_llama's `-mla`: 0 stores heads, 1 the latent and its transpose, 2 and 3 the latent alone. */
const numbered: readonly MlaForm[] = ['expanded', 'latent-kv', 'latent', 'latent']

const denied = /\b(?:not|un|non|without|no)[-\s]*(?:absorb|latent)/i
const perHead = /mha|expanded|naive|per.head|\boff\b|decompressed|materiali/i
const shared = /absorb|latent/i
const values =
  /\bv[-\s]?cache|value[-\s]cache|kv\^t|transpos|\bk\s*(?:and|\+|&)\s*v\b|\b(?:with|\+)\s*v\b/i
const noValues =
  /\b(?:no|not|without)\b[^,;]*(?:v[-\s]?cache|value[-\s]cache|kv\^t|transpos|\bv\b)|(?:v[-\s]?cache|kv\^t|transpos\w*)\W*(?:is\s+)?(?:not|un|none|empty|off|0\b)/i

/**
 * How a row says that latent attention is cached: 'expanded' for a key and a value of every head,
 * 'latent-kv' for the latent with a second copy of it as values, 'latent' otherwise. A number is
 * ik_llama's option of that name.
 *
 * @example mlaFormOf('MHA, not absorbed') //=> 'expanded'
 */
export function mlaFormOf(said: unknown): MlaForm | undefined {
  if (typeof said === 'boolean') return said ? 'latent' : 'expanded'
  if (typeof said === 'number') return numbered[said]
  if (typeof said !== 'string') return undefined
  const option = /^\s*(?:-?mla\s*=?\s*)?([0-3])\s*$/i.exec(said)?.[1]
  if (option !== undefined) return numbered[Number(option)]
  if (denied.test(said)) return 'expanded'
  if (perHead.test(said) && !shared.test(said)) return 'expanded'
  return values.test(said) && !noValues.test(said) ? 'latent-kv' : 'latent'
}
