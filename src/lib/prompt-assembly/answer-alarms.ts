import type { SentenceCheck } from './answer-check.ts'
import type { PlacedPassage } from './assembled-prompt.ts'
import { contentWords, isCode } from './content-words.ts'
import { findOrders, withoutOrders } from './find-orders.ts'

/**
 * The output check: what of an answer ought to be looked at before it is shown. It finds words of
 * sentences that look like orders, and numbers, codes and addresses that no passage holds.
 *
 * @example answerAlarms({ answer: 'Call 555-0147.', passages: [], sentences, language: 'en' })
 */
export function answerAlarms(request: {
  readonly answer: string
  readonly passages: readonly PlacedPassage[]
  readonly sentences: readonly SentenceCheck[]
  readonly language: string
}): readonly string[] {
  const { answer, passages, sentences, language } = request
  const said = pairsOf(answer, language)
  const innocent = new Set(
    passages.flatMap(({ text }) => [...pairsOf(withoutOrders(text), language)]),
  )
  const ordered = passages.filter(({ text, stripped }) =>
    [...findOrders(text), ...stripped].some((order) =>
      [...pairsOf(order, language)].some((pair) => said.has(pair) && !innocent.has(pair)),
    ),
  )
  const codes = [...new Set(sentences.flatMap(({ strangers }) => strangers.filter(isCode)))]
  const links = [...new Set(answer.match(/\bhttps?:\/\/[^\s)\]]{1,200}/gi) ?? [])].filter(
    (link) => !passages.some(({ text }) => text.includes(link)),
  )
  return [
    ...ordered.map(
      ({ number }) =>
        `It repeats words of a sentence in passage ${number} that looks like an order.`,
    ),
    ...(codes.length > 0 ? [`No passage it rests on holds ${codes.join(', ')}.`] : []),
    ...links.map((link) => `No passage holds the address ${link}.`),
  ]
}

/** Content words that follow each other. */
function pairsOf(text: string, language: string): ReadonlySet<string> {
  const words = contentWords(text, language)
  return new Set(words.slice(1).map((word, place) => `${words[place]} ${word}`))
}
