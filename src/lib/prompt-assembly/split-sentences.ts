/** The end of a sentence with what closes it and citations that follow, or the end of a line. */
const ENDS =
  /(?:[.!?]["'”’)]*(?=\s|\[|$)|[。！？]["'”’」』）)]*)(?:[ \t]*\[[\d,; ]+\][.。]?)*|\n+/gu

/**
 * The sentences of a short text, citations such as [1] left with the sentence before them. Together
 * they are the text.
 *
 * @example splitSentences('It is red. [1] It is old [2].') // ['It is red. [1]', ' It is old [2].']
 */
export function splitSentences(text: string): readonly string[] {
  const sentences: string[] = []
  let from = 0
  for (const { 0: end, index } of text.matchAll(ENDS)) {
    sentences.push(text.slice(from, index + end.length))
    from = index + end.length
  }
  if (from < text.length) sentences.push(text.slice(from))
  return sentences
}
