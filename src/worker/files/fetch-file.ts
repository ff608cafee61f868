import { ModelError } from '../model-error.ts'
import type { FileFacts } from '../runtime.ts'
import { sha256 } from '../sha256.ts'

interface FetchOptions {
  readonly url: string
  readonly file: FileFacts
  readonly signal: AbortSignal
  /** Called with the bytes of this file that have arrived. */
  readonly onBytes: (bytes: number) => void
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

const missing = (path: string, found: string): ModelError =>
  new ModelError(
    'missing-file',
    `The model’s file ${path} is not on this site (the server answered ${found}); nothing was kept, so load it again once the file is there.`,
  )

const cutOff = (file: FileFacts, arrived: number): ModelError =>
  new ModelError(
    'cut-off',
    `The download of ${file.path} stopped after ${megabytes(arrived)} of ${megabytes(file.bytes)}; the files that came whole are kept, so load it again.`,
  )

const changed = (path: string): ModelError =>
  new ModelError(
    'checksum',
    `The file ${path} is not the one that the manifest names (its checksum differs), so it was thrown away; load it again.`,
  )

const open = async ({ url, file, signal }: FetchOptions): Promise<Response> => {
  let response: Response
  try {
    // no-store: the files are kept in a cache of our own, and a bad answer is never kept by HTTP's.
    response = await fetch(url, { signal, cache: 'no-store' })
  } catch (cause) {
    if (signal.aborted) throw cause
    throw new ModelError(
      'network',
      `The file ${file.path} could not be fetched; check the connection and load the model again.`,
    )
  }
  if (!response.ok) throw missing(file.path, `${response.status}`)
  if (response.headers.get('content-type')?.startsWith('text/html') === true)
    throw missing(file.path, 'with a web page')
  return response
}

const read = async (
  response: Response,
  { file, signal, onBytes }: FetchOptions,
): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes = new Uint8Array(file.bytes)
  const reader = response.body?.getReader()
  let arrived = 0
  try {
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      if (arrived + part.value.length > bytes.length) throw changed(file.path)
      bytes.set(part.value, arrived)
      arrived += part.value.length
      onBytes(arrived)
    }
  } catch (cause) {
    await reader?.cancel().catch(() => undefined)
    if (signal.aborted || cause instanceof ModelError) throw cause
    throw cutOff(file, arrived)
  }
  if (arrived < file.bytes) throw cutOff(file, arrived)
  return bytes
}

/** Throws unless the bytes are those that the manifest names. */
export const checkFile = async (
  file: FileFacts,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> => {
  if (bytes.length !== file.bytes || (await sha256(bytes)) !== file.sha256) throw changed(file.path)
  return bytes
}

/** Fetches one file whole, counts its bytes, and checks it before anyone sees it. */
export const fetchFile = async (options: FetchOptions): Promise<Uint8Array<ArrayBuffer>> =>
  checkFile(options.file, await read(await open(options), options))
