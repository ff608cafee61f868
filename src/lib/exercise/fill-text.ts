/**
 * Puts computed texts where a text names them in braces. A pair of braces without a plain name
 * inside (as in TeX, `\\frac{1}{2}`) stays as it is.
 *
 * Errors: RangeError when a name is not among the texts, with the names that are.
 *
 * @example fillText('It takes {size}.', { size: '512 KiB' }) //=> 'It takes 512 KiB.'
 */
export function fillText(text: string, texts: Readonly<Record<string, string>>): string {
  return text.replace(/(?<![\\}\w^_])\{([a-zA-Z][\w-]*)\}/g, (_, name: string) => {
    if (!Object.hasOwn(texts, name)) {
      const known = Object.keys(texts).join(', ')
      throw new RangeError(`"{${name}}" has no computed number; known are: ${known}`)
    }
    return texts[name] ?? ''
  })
}
