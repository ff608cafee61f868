const [SPACE, STOP, STRONG_STOP, CLOSER, OPENER, LETTER] = [1, 2, 4, 8, 16, 32]

/** What each UTF-16 unit is to a chunker, one bit for each kind. */
const kinds = new Uint8Array(0x10000)

const mark = (characters: string, kind: number) => {
  for (const character of characters) {
    const code = character.charCodeAt(0)
    kinds[code] = (kinds[code] ?? 0) | kind
  }
}
const markRange = (from: number, to: number, kind: number) => {
  for (let code = from; code <= to; code++) kinds[code] = (kinds[code] ?? 0) | kind
}
mark(' \t\n\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff', SPACE)
markRange(0x2000, 0x200a, SPACE)
mark('.!?…', STOP)
mark('。！？；｡؟۔।॥።။៕։‼‽⁇⁈⁉', STOP | STRONG_STOP)
mark('"\')]}”’»›」』】）》〉〕〗］｝', CLOSER)
mark('"\'([{“‘«‹「『【（《〈*_`', OPENER)
markRange(65, 90, LETTER)
markRange(97, 122, LETTER)
markRange(0xc0, 0x1fff, LETTER)

/** The bits of a code; none for NaN, which is what lies outside a text. */
const has = (code: number, kind: number) => ((kinds[code | 0] ?? 0) & kind) !== 0

/** White space as `\s` of a regular expression means it. */
export const isSpace = (code: number): boolean => has(code, SPACE)

/** Whether a sentence may end at this character. */
export const isStop = (code: number): boolean => has(code, STOP)

/** Ends a sentence wherever it stands: Chinese, Indic, Arabic, Armenian and other stops. */
export const isStrongStop = (code: number): boolean => has(code, STRONG_STOP)

/** A quotation mark or bracket that closes with the sentence before it. */
export const isCloser = (code: number): boolean => has(code, CLOSER)

/** A mark that may stand before the first word of a sentence. */
export const isOpener = (code: number): boolean => has(code, OPENER)

/** A letter of an alphabet; what stands for one in other scripts is none. */
export const isLetter = (code: number): boolean => has(code, LETTER)

export const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Chinese and Japanese characters and their marks, in the basic plane. */
export const isCjk = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xff00 && code <= 0xffef)

/** A script that writes words without spaces between them: Chinese, Japanese, Thai, Khmer … */
export const hasNoSpaces = (code: number): boolean =>
  isCjk(code) || (code >= 0x0e00 && code < 0x10a0) || (code >= 0x1780 && code < 0x1800)
