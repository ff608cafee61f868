import { REFUSAL } from './prompt-rules.ts'

/** Ways of saying that the text does not hold the answer, in English and Chinese. */
const PHRASES: readonly RegExp[] = [
  /\b(?:passages?|contexts?|texts?|documents?|handbook|sources?|rules)\b[^.!?]{0,40}\b(?:do|does|did) ?(?:not|n't)\b[^.!?]{0,20}\b(?:say|mention|contain|hold|state|give|specify|provide|include|answer)\b/i,
  /\b(?:i|we) (?:do not|don't|cannot|can't) (?:know|tell|find|answer)\b/i,
  /\b(?:is|are) not (?:mentioned|stated|specified|given|provided|found) in the\b/i,
  /\bno (?:answer|information)\b[^.!?]{0,40}\b(?:passages?|context|text|document)\b/i,
  /(?:没有|未|并未|没)(?:说明|提到|提及|写明|规定|涉及|给出)/,
  /(?:不知道|无法回答|无法确定)/,
]

/**
 * Whether an answer says that the passages do not hold it. It goes by phrases, so that a refusal in
 * other words is missed.
 *
 * @example isRefusal('The passages do not say.') // true
 */
export function isRefusal(answer: string): boolean {
  const text = answer.replace(/\s+/g, ' ').trim()
  return (
    text.toLowerCase().includes(REFUSAL.toLowerCase().replace(/\.$/, '')) ||
    PHRASES.some((phrase) => phrase.test(text))
  )
}
