/** White space as `\s` of a regular expression means it. */
export function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || (code >= 9 && code <= 13)
  if (code < 0x1680) return code === 0xa0
  return (
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680 ||
    code === 0xfeff
  )
}

/** Chinese and Japanese characters and their marks, in the basic plane. */
export const isCjk = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || isFullWidth(code)

const isFullWidth = (code: number) => code >= 0xff00 && code <= 0xffef

/** A script that writes words without spaces between them: Chinese, Japanese, Thai, Khmer … */
export const hasNoSpaces = (code: number): boolean =>
  isCjk(code) || (code >= 0x0e00 && code < 0x10a0) || (code >= 0x1780 && code < 0x1800)
