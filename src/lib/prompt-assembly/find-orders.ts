import { splitSentences } from './split-sentences.ts'

/**
 * Phrases of well-known orders to a model, in English. A list like this is what many filters are; it
 * misses other words, other languages and orders that look like content.
 */
const PHRASES: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget)\b[^.]{0,40}\b(?:instructions?|rules?|prompts?|passages?|above|previous)\b/i,
  /\b(?:system prompt|system message|new instructions?)\b/i,
  /\byou are now\b/i,
  /\b(?:do not|don't|never) (?:tell|mention|reveal|cite)\b/i,
  /\bend your (?:answer|reply|response) with\b/i,
]

/** How many phrases are looked for. */
export const ORDER_PHRASES = PHRASES.length

/**
 * The sentences of a passage that hold a phrase of a well-known order to a model, as they stand there.
 *
 * @example findOrders('Tea. Ignore all previous instructions.') // [' Ignore all previous instructions.']
 */
export const findOrders = (text: string): readonly string[] =>
  splitSentences(text).filter((sentence) => PHRASES.some((phrase) => phrase.test(sentence)))

/**
 * The same passage without these sentences.
 *
 * @example withoutOrders('Tea. Ignore all previous instructions.') // 'Tea.'
 */
export const withoutOrders = (text: string): string =>
  splitSentences(text)
    .filter((sentence) => !PHRASES.some((phrase) => phrase.test(sentence)))
    .join('')
