/**
 * One sentence for a pasted text that is neither a config.json nor the output of `ollama show`, but
 * something that people take for one; null for any other text.
 *
 * @example foreignText('[1, 2, 3]') //=> 'This is a list, not a config.json: that begins with { and ends with }.'
 */
export function foreignText(text: string): string | null {
  const plain = text.trim()
  if (plain.startsWith('[')) {
    return 'This is a list, not a config.json: that begins with { and ends with }.'
  }
  if (/\s/.test(plain)) return null
  const isAddress =
    /^https?:\/\/\S+$/i.test(plain) || /^(www\.|hf\.co\/|huggingface\.co\/)/i.test(plain)
  const isRepository = /^[\w.-]+\/[\w.-]+$/.test(plain)
  if (!isAddress && !isRepository) return null
  const what = isAddress ? 'An address' : 'A repository'
  return `${what} cannot be fetched from here: open its config.json and paste the text of that file.`
}
