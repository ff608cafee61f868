import type { PromptPassage } from './assembled-prompt.ts'
import { findOrders, withoutOrders } from './find-orders.ts'
import type { PromptSettings } from './prompt-settings.ts'

/** A passage as it is written into a prompt. */
export interface WrittenPassage {
  readonly text: string
  readonly stripped: readonly string[]
  /** Marks of its own that would have closed the delimiter, made harmless. */
  readonly escaped: number
}

const TAG = /<(\/?\s*passage)/gi

/**
 * Writes one passage with its number and the marks that the defences put around it.
 *
 * @example writePassage({ id: 0, text: 'Tea.', prefix: '' }, 1, settings).text // '[1] Tea.'
 */
export function writePassage(
  { text, prefix }: PromptPassage,
  number: number,
  { citations, json, defences }: PromptSettings,
): WrittenPassage {
  const strip = defences.includes('strip-orders')
  const stripped = strip ? findOrders(text) : []
  const body = (prefix + (strip ? withoutOrders(text) : text)).trim()
  const numbered = citations || json
  const delimit = defences.includes('delimit')
  const escaped = delimit ? [...body.matchAll(TAG)].length : 0
  const safe = delimit ? body.replace(TAG, '&lt;$1') : body
  const quoted = defences.includes('quote-as-data') ? JSON.stringify(safe) : safe
  const opening = numbered ? `<passage number="${number}">` : '<passage>'
  return {
    text: delimit
      ? `${opening}\n${quoted}\n</passage>`
      : numbered
        ? `[${number}] ${quoted}`
        : quoted,
    stripped,
    escaped,
  }
}
