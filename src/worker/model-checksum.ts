import type { FileFacts } from './runtime.ts'
import { sha256 } from './sha256.ts'

/** Files of a model's folder that it does not run from. */
const beside = new Set(['LICENSE', 'NOTICE', 'README.md', 'MANIFEST.json'])

/** The files of a manifest that the model runs from. */
export const filesToLoad = (files: readonly FileFacts[]): readonly FileFacts[] =>
  files.filter((file) => !beside.has(file.path))

/**
 * The identity of a model: sha256 of the lines `<sha256>  <path>` of the files that it runs from, in
 * the order of their paths, as `sha256sum` writes them.
 */
export const modelChecksum = async (files: readonly FileFacts[]): Promise<string> => {
  const lines = filesToLoad(files)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
  return sha256(new TextEncoder().encode(lines.join('')))
}
