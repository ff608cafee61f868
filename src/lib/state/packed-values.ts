import { readPairs, writePairs } from './hash-pairs.ts'

/** Values longer than this are worth packing. */
export const LONGEST_PLAIN_VALUE = 160

/** True for a value that is deflated and written in base64url behind a `~`. */
export const isPacked = (raw: string): boolean => raw.startsWith('~')

/**
 * Rewrites chosen values of a hash with a function that needs time, such as a compressor. Values
 * for which `change` gives null are left out, and their keys are named in `lost`.
 *
 * @example await mapValues('#v=1&a=~x', async (raw) => (isPacked(raw) ? 'text' : raw))
 * //=> { hash: '#v=1&a=text', lost: [] }
 */
export async function mapValues(
  hash: string,
  change: (raw: string) => Promise<string | null>,
): Promise<{ readonly hash: string; readonly lost: readonly string[] }> {
  const lost: string[] = []
  const pairs = readPairs(hash)
  if (pairs.length === 0) return { hash, lost }
  const changed = await Promise.all(
    pairs.map(async ({ key, raw }) => ({ key, raw: await change(raw) })),
  )
  const kept = changed.flatMap(({ key, raw }) => {
    if (raw === null) lost.push(key)
    return raw === null ? [] : [{ key, raw }]
  })
  return { hash: writePairs(kept), lost }
}
