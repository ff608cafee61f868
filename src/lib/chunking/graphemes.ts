import { firstAt } from './first-at.ts'

/** Where a text may be cut without parting what a reader sees as one character. */
export interface Graphemes {
  readonly isBorder: (offset: number) => boolean
  /** The last border at or before `offset`. */
  readonly floor: (offset: number) => number
  /** The first border at or after `offset`. */
  readonly ceil: (offset: number) => number
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * The borders of grapheme clusters, as `Intl.Segmenter` finds them. It is asked only where two
 * neighbours could belong together, from the nearest place where they surely do not: a text of
 * plain letters or Chinese costs no look-up at all.
 *
 * @example
 * graphemes('e\u0301!').floor(1) // 0
 */
export function graphemes(text: string): Graphemes {
  const { length } = text
  /** Borders found before, in order; a search starts at one that is nearer than a sure one. */
  const known = [0]

  const surely = (offset: number) =>
    offset <= 0 ||
    offset >= length ||
    parted(text, offset, text.charCodeAt(offset - 1), text.charCodeAt(offset))

  /** The borders around `offset`: the last at or before it, and the first after that one. */
  const around = (offset: number): readonly [number, number] => {
    const nearest = known[firstAt(known, offset) - 1] ?? 0
    let from = offset - 1
    while (from > nearest && !surely(from)) from--
    from += wholeFlags(text, from, offset)
    for (let ahead = 16; ; ahead *= 2) {
      const to = Math.min(length, offset + ahead)
      let [floor, next] = [from, from]
      for (const { index, segment } of segmenter.segment(text.slice(from, to))) {
        floor = from + index
        next = floor + segment.length
        if (next > offset) break
      }
      // A cluster that ends with the slice may go on behind it.
      if (next < to - 1 || to === length) {
        if (floor > (known.at(-1) ?? 0)) known.push(floor)
        return [floor, next]
      }
    }
  }

  const floor = (offset: number) => {
    if (offset >= length) return length
    return surely(offset) ? plainFloor(text, offset) : around(offset)[0]
  }
  const ceil = (offset: number) => {
    if (offset <= 0) return 0
    if (offset >= length) return length
    if (surely(offset)) return plainFloor(text, offset) === offset ? offset : offset + 1
    const [before, after] = around(offset)
    return before === offset ? offset : after
  }
  return { floor, ceil, isBorder: (offset) => floor(offset) === offset }
}

/** Between characters that stand alone every offset is a border, but between CR and LF. */
const plainFloor = (text: string, offset: number) =>
  offset > 0 && text.charCodeAt(offset) === 10 && text.charCodeAt(offset - 1) === 13
    ? offset - 1
    : Math.max(0, offset)

/** Whether two neighbours surely are two characters; a pictograph joins no plain character. */
function parted(text: string, offset: number, left: number, right: number): boolean {
  if (isAccent(left)) return standsAlone(right)
  if (standsAlone(left)) {
    return standsAlone(right) || (isEmojiHalf(right) && !isModifier(text, offset))
  }
  if (!isLowSurrogate(left) || !isEmojiHalf(text.charCodeAt(offset - 2) || 0)) return false
  if (standsAlone(right)) return true
  if (!isEmojiHalf(right) || isModifier(text, offset)) return false
  return !(isFlagLetter(text, offset) && isFlagLetter(text, offset - 2))
}

/** Marks that join what stands before them, and nothing behind. */
const isAccent = (code: number) =>
  (code >= 0x300 && code < 0x370) || (code >= 0xfe00 && code < 0xfe10)

const isLowSurrogate = (code: number) => code >= 0xdc00 && code < 0xe000

/** First half of a code point from U+1F000 to U+1FBFF: pictographs, flags' letters, skin tones. */
const isEmojiHalf = (code: number) => code >= 0xd83c && code <= 0xd83e

/** A skin tone joins what stands before it. */
const isModifier = (text: string, offset: number) => isBetween(text, offset, 0x1f3fb, 0x1f3ff)

/** Two of these make a flag. */
const isFlagLetter = (text: string, offset: number) => isBetween(text, offset, 0x1f1e6, 0x1f1ff)

/** Units of the flags from a border up to `offset` that have another flag's letter behind them. */
function wholeFlags(text: string, border: number, offset: number): number {
  let at = border
  while (at < offset && isFlagLetter(text, at)) at += 2
  return Math.max(0, 4 * Math.floor((at - 2 - border) / 4))
}

function isBetween(text: string, offset: number, least: number, most: number): boolean {
  const code = text.codePointAt(offset) ?? 0
  return code >= least && code <= most
}

/**
 * A character that joins neither of its neighbours, whatever they are, as long as the neighbour
 * stands alone too: Latin, Greek, Cyrillic, Chinese, kana without voice marks, Thai letters,
 * Hangul syllables.
 */
function standsAlone(code: number): boolean {
  if (code < 0x300) return true
  if (code < 0x483) return code >= 0x370
  if (code < 0x2000) return isThaiLetter(code)
  if (code < 0x2e80) return code >= 0x2010 && code < 0x2028
  if (code < 0x3100) {
    return code < 0x302a || (code > 0x302f && code !== 0x3099 && code !== 0x309a)
  }
  if (code < 0xa000) return true
  if (code < 0xd7a4) return code >= 0xac00
  return code >= 0xff00 && code < 0xff9e
}

const isThaiLetter = (code: number) =>
  code >= 0xe01 && code <= 0xe46 && code !== 0xe31 && (code < 0xe33 || code > 0xe3e)
