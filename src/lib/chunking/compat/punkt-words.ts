import { pythonStrip } from './python-white-space.ts'

/** Inside a class: the white space of `\s` in the regex module of Python, which NLTK uses. */
export const regexWhiteSpace = String.raw`\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`

/** A character that ends a word of Punkt: closing marks, quotes and the like. */
export const punktNonWord = String.raw`[)";}\]*:@'(\{\[‘’“”«»?!]`

const space = `[${regexWhiteSpace}]`
const notSpace = `[^${regexWhiteSpace}]`
const several = String.raw`(?:-{2,}|\.{2,}|(?:\.${space}){2,}\.)`
const end = String.raw`(?![\s\S])`
const start = '[^("`\\{\\[:;&#*@)\\}\\]\\-,]'
const closes = `${space}|${end}|${punktNonWord}|${several}`
const word = new RegExp(
  `${several}|(?=${start})${notSpace}+?(?=${closes}|,(?:${closes}))|${notSpace}`,
  'gu',
)

/**
 * The words of Punkt: punctuation is parted from words, but a full stop stays with its word.
 *
 * Source: kiss-strunk-2006, nltk-punkt.
 *
 * @example punktWords('It ends (here). So') // ['It', 'ends', '(', 'here', ')', '.', 'So']
 */
export function punktWords(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => pythonStrip(line) !== '')
  return lines.flatMap((line) => line.match(word) ?? [])
}
