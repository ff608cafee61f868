import { punktWords } from './punkt-words.ts'

const initial = /^[\p{Alphabetic}\p{M}\p{Pc}\p{Join_Control}]\.$/u
const number = /^-?[.,]?\p{Nd}[\p{Nd},.-]*\.?$/u
const lower = /^\p{Lowercase}/u
const upper = /^\p{Uppercase}/u

/**
 * Whether Punkt, without trained parameters, ends a sentence before the last word of a text.
 *
 * '.', '?' and '!' end one, and a word that ends in one full stop; but not a number before a
 * lower-case word or punctuation, nor an initial before any word with a case.
 *
 * Source: kiss-strunk-2006, nltk-punkt.
 *
 * @example punktBreaks('pi is 3. so') // false
 */
export function punktBreaks(text: string): boolean {
  const words = punktWords(text)
  return words.some((word, index) => {
    const next = words[index + 1]
    return next !== undefined && endsSentence(word, next)
  })
}

function endsSentence(word: string, next: string): boolean {
  if (word === '?' || word === '!' || word === '.') return true
  if (!word.endsWith('.') || word.endsWith('..')) return false
  const isInitial = initial.test(word)
  if (!isInitial && !number.test(word)) return true
  if (/^[;:,.!?]$/.test(next) || lower.test(next)) return false
  return !(isInitial && upper.test(next))
}
