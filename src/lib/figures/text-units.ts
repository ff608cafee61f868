/** The same stretch of text in several units. */
export interface TextUnits {
  readonly characters: number
  /** Bytes in UTF-8. */
  readonly bytes: number
  readonly tokens: number
}

/**
 * The first `characters` code points of a text, or all of a shorter one, in three units.
 *
 * @example textUnits({ text: '茶ab', characters: 2, countTokens: (part) => part.length }) //=> { characters: 2, bytes: 4, tokens: 2 }
 */
export function textUnits(request: {
  readonly text: string
  readonly characters: number
  readonly countTokens: (text: string) => number
}): TextUnits {
  const points = [...request.text].slice(0, request.characters)
  const part = points.join('')
  return {
    characters: points.length,
    bytes: points.reduce((sum, point) => sum + utf8Bytes(point.codePointAt(0) ?? 0), 0),
    tokens: request.countTokens(part),
  }
}

const utf8Bytes = (codePoint: number): number => {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
