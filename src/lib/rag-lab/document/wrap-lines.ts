const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef`
/** Wide letters break anywhere, others between words. */
const ATOMS = new RegExp(String.raw`[${CJK}]|[^\s${CJK}]+|\s+`, 'gu')
const WIDE = new RegExp(`[${CJK}]`, 'u')
/** Long words of letters alone may be broken with a hyphen; numbers and codes never. */
const BREAKABLE = /^\p{Script=Latin}{8,}[.,;:]?$/u
/** Letters that stay on either side of a hyphen. */
const LEAST = 3

/**
 * Breaks a paragraph into lines of a width, as a printed page does: between words, within a long word
 * with a hyphen, anywhere among Chinese characters, which count two columns each.
 *
 * Units: columns.
 *
 * @example wrapLines('an extraordinary tea', 10) // ['an extrao-', 'rdinary', 'tea']
 */
export function wrapLines(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const next = (): void => {
    lines.push(line.trimEnd())
    line = ''
    used = 0
  }
  for (const [atom] of text.matchAll(ATOMS)) {
    if (/^\s/.test(atom)) {
      if (used > 0 && used < width) {
        line += ' '
        used += 1
      }
      continue
    }
    let rest = atom
    const wide = WIDE.test(rest) ? 2 : rest.length
    if (used + wide > width && used > 0) {
      const room = Math.min(width - used - 1, rest.length - LEAST)
      if (BREAKABLE.test(rest) && room >= LEAST) {
        line += `${rest.slice(0, room)}-`
        rest = rest.slice(room)
      }
      next()
    }
    line += rest
    used += WIDE.test(rest) ? 2 : rest.length
  }
  if (line.trim() !== '') next()
  return lines
}
