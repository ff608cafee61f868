import { modelChecksum } from '../model-checksum.ts'
import { ModelError } from '../model-error.ts'
import type { ModelFacts } from '../models.ts'
import type { FileFacts } from '../runtime.ts'
import type { FileStore } from './file-store.ts'

const isFile = (value: unknown): value is FileFacts =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  typeof value.path === 'string' &&
  'bytes' in value &&
  typeof value.bytes === 'number' &&
  'sha256' in value &&
  typeof value.sha256 === 'string'

/** The files that a manifest lists, or null when the text is no manifest. */
const listedFiles = (text: string): readonly FileFacts[] | null => {
  try {
    const manifest: unknown = JSON.parse(text)
    if (typeof manifest !== 'object' || manifest === null || !('files' in manifest)) return null
    return Array.isArray(manifest.files) && manifest.files.every(isFile) ? manifest.files : null
  } catch {
    return null
  }
}

const missing = (found: string): ModelError =>
  new ModelError(
    'missing-file',
    `The model’s file MANIFEST.json is not on this site (the server answered ${found}); nothing was kept, so load it again once the file is there.`,
  )

const fetchText = async (url: string, signal: AbortSignal): Promise<string> => {
  let response: Response
  try {
    response = await fetch(url, { signal, cache: 'no-store' })
  } catch (cause) {
    if (signal.aborted) throw cause
    throw new ModelError(
      'network',
      'The model’s manifest could not be fetched; check the connection and load the model again.',
    )
  }
  if (!response.ok) throw missing(`${response.status}`)
  return response.text()
}

interface ManifestOptions {
  readonly model: ModelFacts
  readonly folderUrl: string
  readonly store: FileStore
  readonly signal: AbortSignal
}

/** The model's list of files, which must be the list that this version of the site was built with. */
export const readManifest = async (options: ManifestOptions): Promise<readonly FileFacts[]> => {
  const { model, folderUrl, store, signal } = options
  const url = `${folderUrl}MANIFEST.json`
  const kept = await store.get(url)
  const text = kept === null ? await fetchText(url, signal) : new TextDecoder().decode(kept)
  const files = listedFiles(text)
  if (files === null) {
    await store.remove(url)
    throw missing('with something else')
  }
  if ((await modelChecksum(files)) !== model.checksum) {
    await store.remove(url)
    throw new ModelError(
      'checksum',
      'The model’s manifest belongs to another version of this site; reload the page and load the model again.',
    )
  }
  if (kept === null) await store.put(url, new TextEncoder().encode(text), 'application/json')
  return files
}
