/**
 * The address of a truth row's source: `github:owner/repo:path` becomes the file's page, an address
 * stays itself, anything else (a log, a quoted document) has none.
 *
 * @example sourceLink('github:openai/gpt-oss:README.md')
 * //=> 'https://github.com/openai/gpt-oss/blob/HEAD/README.md'
 */
export const sourceLink = (source: string): string | null => {
  const github = /^github:([\w.-]+\/[\w.-]+):(.+)$/.exec(source)
  if (github !== null) {
    const path = (github[2] ?? '').split('/').map(encodeURIComponent).join('/')
    return `https://github.com/${github[1]}/blob/HEAD/${path}`
  }
  return /^https:\/\/\S+$/.exec(source)?.[0] ?? null
}

/** A source's name for people: the repository and file, or the address without its scheme. */
export const sourceName = (source: string): string =>
  source.replace(/^github:/, '').replace(/^https:\/\//, '')
