import path from 'node:path'

/** A part that is loaded later is kept beforehand as well when it adds at most this much, compressed. */
export const SMALL_BYTES = 17_000

const STATIC = /\b(?:from|import)\s*["'`]([^"'`\n]+)["'`]/g
const STYLE = /\burl\(\s*["']?([^"')]+)/g
const NAME = /[\w.~-]+\.(?:m?js|css|woff2?)\b/g

const besides = (file, target) =>
  target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : null

const found = (pattern, text) => [...text.matchAll(pattern)].map(([whole, part]) => part ?? whole)

/**
 * Divides the hashed files of a build into those that a page needs at once and those that may wait
 * until something asks for them: workers, readers of documents, recorded data.
 *
 * At once is what the pages name, with all that it imports, and each lazily loaded part that is
 * small together with all that only it needs. Bytes are those that travel, compressed: code shrinks to
 * a third, recorded vectors hardly.
 *
 * @param {{ pages: string[], files: Map<string, { text: string, bytes: number }> }} build
 * @returns {{ atOnce: string[], later: string[] }}
 */
export const neededAssets = ({ pages, files }) => {
  const byName = new Map([...files.keys()].map((file) => [path.posix.basename(file), file]))
  const mentions = (text) => found(NAME, text).flatMap((name) => byName.get(name) ?? [])
  const imports = new Map(
    [...files].map(([file, { text }]) => {
      const targets = found(file.endsWith('.css') ? STYLE : STATIC, text)
      return [
        file,
        targets.flatMap((target) => besides(file, target) ?? []).filter((each) => files.has(each)),
      ]
    }),
  )
  const atOnce = new Set()

  /** What a file and all that it imports would add. */
  const addition = (start) => {
    const added = new Set()
    const open = [start]
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (atOnce.has(file) || added.has(file)) continue
      added.add(file)
      open.push(...(imports.get(file) ?? []))
    }
    return added
  }
  const bytesOf = (added) =>
    [...added].reduce((sum, file) => sum + (files.get(file)?.bytes ?? 0), 0)
  const add = (added) => added.forEach((file) => atOnce.add(file))

  for (const page of pages) for (const file of mentions(page)) add(addition(file))
  // A set grows while it is walked: the parts of parts have their turn.
  for (const file of atOnce)
    for (const part of mentions(files.get(file)?.text ?? '')) {
      const added = addition(part)
      if (bytesOf(added) <= SMALL_BYTES) add(added)
    }
  return {
    atOnce: [...atOnce].sort(),
    later: [...files.keys()].filter((file) => !atOnce.has(file)).sort(),
  }
}
