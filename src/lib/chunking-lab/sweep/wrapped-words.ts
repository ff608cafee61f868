/**
 * Breaks a text at its spaces into lines of at most so many characters; a longer word has a line of
 * its own.
 *
 * @example wrappedWords('one two three', 7) //=> ['one two', 'three']
 */
export function wrappedWords(text: string, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
