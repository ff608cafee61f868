/**
 * Quotes a text that somebody typed or linked to, short enough for one sentence.
 *
 * @example showText('  abc ') //=> '"abc"'
 */
export function showText(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return `"${plain.length > 40 ? `${plain.slice(0, 39)}…` : plain}"`
}
