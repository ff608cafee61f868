/**
 * Says in one sentence why a text is not JSON and where it breaks, whatever the engine's own words.
 *
 * @example explainJsonError('', error) //=> 'The text is empty; paste a whole config.json.'
 */
export function explainJsonError(text: string, error: unknown): string {
  const plain = text.trim()
  if (plain === '') return 'The text is empty; paste a whole config.json.'
  if (!plain.startsWith('{')) {
    return 'This is not a config.json: that begins with { and ends with }.'
  }
  if (!plain.endsWith('}')) {
    return 'The JSON breaks off before its closing }; copy the whole file.'
  }
  const at = placeOf(text, error)
  return `This is not valid JSON${at}; copy the file as it is, without changes.`
}

function placeOf(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  const line = /line (\d+)/.exec(message)?.[1]
  if (line !== undefined) return `: it breaks at line ${line}`
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN)
  if (!Number.isInteger(position)) return ''
  return `: it breaks at line ${text.slice(0, position).split('\n').length}`
}
