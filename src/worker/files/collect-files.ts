import { ModelError } from '../model-error.ts'
import type { FileFacts } from '../runtime.ts'
import { checkFile, fetchFile } from './fetch-file.ts'
import type { FileStore } from './file-store.ts'

export interface CollectOptions {
  readonly files: readonly FileFacts[]
  readonly folderUrl: string
  readonly store: FileStore
  readonly signal: AbortSignal
  /** Called with the bytes of all these files that are here, and the file under way. */
  readonly onBytes: (bytes: number, file: string) => void
}

export interface Collected {
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  /** False when at least one file could not be kept for the next visit. */
  readonly stored: boolean
}

const typeOf = (path: string): string => {
  if (path.endsWith('.json')) return 'application/json'
  if (path.endsWith('.mjs')) return 'text/javascript'
  return path.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream'
}

/** What is stored, when it is still what the manifest names; what is damaged is forgotten. */
const fromStore = async (
  store: FileStore,
  url: string,
  file: FileFacts,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const bytes = await store.get(url)
  if (bytes === null) return null
  try {
    return await checkFile(file, bytes)
  } catch (cause) {
    if (!(cause instanceof ModelError)) throw cause
    await store.remove(url)
    return null
  }
}

/**
 * All files of a list, from the store or from the site, each checked before it is used or kept. What
 * failed is not kept, what came whole is: the next try goes on from there.
 */
export const collectFiles = async (options: CollectOptions): Promise<Collected> => {
  const { folderUrl, store, signal, onBytes } = options
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  let before = 0
  let stored = true
  for (const file of options.files) {
    signal.throwIfAborted()
    const url = `${folderUrl}${file.path}`
    const start = before
    let bytes = await fromStore(store, url, file)
    if (bytes === null) {
      const count = (arrived: number) => onBytes(start + arrived, file.path)
      bytes = await fetchFile({ url, file, signal, onBytes: count })
      stored = (await store.put(url, bytes, typeOf(file.path))) && stored
    }
    files.set(file.path, bytes)
    before += file.bytes
    onBytes(before, file.path)
  }
  return { files, stored }
}
