/** Writing systems, each with the languages (BCP 47) that it is a sign of and its name for readers. */
const scripts = [
  { name: 'Latin letters', languages: null, letter: /\p{Script=Latin}/u },
  { name: 'Chinese characters', languages: ['zh', 'ja'], letter: /\p{Script=Han}/u },
  {
    name: 'Japanese kana',
    languages: ['ja'],
    letter: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  },
  { name: 'Korean', languages: ['ko'], letter: /\p{Script=Hangul}/u },
  { name: 'Cyrillic', languages: ['ru', 'uk', 'bg', 'sr'], letter: /\p{Script=Cyrillic}/u },
  { name: 'Greek', languages: ['el'], letter: /\p{Script=Greek}/u },
  { name: 'Arabic', languages: ['ar', 'fa', 'ur'], letter: /\p{Script=Arabic}/u },
  { name: 'Hebrew', languages: ['he', 'yi'], letter: /\p{Script=Hebrew}/u },
  { name: 'Devanagari', languages: ['hi', 'mr', 'ne'], letter: /\p{Script=Devanagari}/u },
  { name: 'Thai', languages: ['th'], letter: /\p{Script=Thai}/u },
] as const

/** How much of a text's letters one writing system is. */
export interface ScriptShare {
  /** For readers: 'Chinese characters', 'Cyrillic', 'other scripts'. */
  readonly name: string
  /** Languages that it is a sign of; null where a script says nothing of the language (Latin). */
  readonly languages: readonly string[] | null
  /** 0 to 1. */
  readonly share: number
}

/** Of a longer text, this many UTF-16 units are looked at, in slices spread evenly over it. */
const mostUnits = 100_000
const slices = 50

const sampled = (text: string): string => {
  if (text.length <= mostUnits) return text
  const length = mostUnits / slices
  return Array.from({ length: slices }, (_, slice) => {
    const start = Math.floor((slice * (text.length - length)) / (slices - 1))
    return text.slice(start, start + length)
  }).join('')
}

/**
 * The writing systems of a text's letters, the most common first; digits, marks and spaces do not
 * count. Of a text beyond 100,000 units a fixed sample is counted. Formula: share = letters of the
 * script / all letters. Source: Unicode's Script property.
 *
 * @example scriptShares('RAG 检索')[0] // { name: 'Latin letters', languages: null, share: 0.6 }
 */
export function scriptShares(text: string): readonly ScriptShare[] {
  const characters = new Map<string, number>()
  for (const each of sampled(text)) characters.set(each, (characters.get(each) ?? 0) + 1)
  const counts = new Map<string, number>()
  let total = 0
  for (const [character, count] of characters) {
    if (!/^\p{L}$/u.test(character)) continue
    const name = scripts.find((each) => each.letter.test(character))?.name ?? 'other scripts'
    counts.set(name, (counts.get(name) ?? 0) + count)
    total += count
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => {
      const script = scripts.find((each) => each.name === name)
      const languages = script === undefined ? [] : script.languages
      return { name, languages, share: count / total }
    })
}
