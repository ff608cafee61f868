import { rawText } from './hash-pairs.ts'
import type { HashPair } from './hash-pairs.ts'

/** Key behind the widget's name under which a link names the folded parts that it opens. */
const OPEN = 'open'

/**
 * Key of the pair that names the folded parts a link opens; such a pair is no part of the state.
 *
 * @example openKey('memory-calculator') //=> 'memory-calculator.open'
 */
export const openKey = (widget: string): string => `${widget}.${OPEN}`

/**
 * The pair of a link that opens parts; null for none.
 *
 * @example openPair('lab', ['shape']) //=> { key: 'lab.open', raw: 'shape' }
 */
export const openPair = (widget: string, parts: readonly string[]): HashPair | null =>
  parts.length === 0 ? null : { key: openKey(widget), raw: rawText(parts.join(',')) }

/**
 * Names of the parts that a link opens; whatever is no such name is left out.
 *
 * @example openParts('shape,<b>') //=> ['shape']
 */
export const openParts = (text: string | undefined): readonly string[] =>
  (text ?? '').split(',').filter((part) => /^[a-z][a-z0-9-]{0,40}$/.test(part))
