/**
 * Where a regular expression matches a text, one match after the other.
 *
 * V8 also tries places inside a surrogate pair, where `(?![\s\S])` then holds; those do not count.
 *
 * @example Array.from(pythonMatches('😀', /(?!.)/gsv), ({ index }) => index) // [2]
 */
export function* pythonMatches(text: string, regex: RegExp): Generator<RegExpExecArray> {
  for (const match of text.matchAll(regex)) {
    const around = text.slice(match.index - 1, match.index + 1)
    if (match.index === 0 || !/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(around)) yield match
  }
}
