import { collectFiles } from './files/collect-files.ts'
import { openFileStore } from './files/file-store.ts'
import { readManifest } from './files/read-manifest.ts'
import { filesToLoad } from './model-checksum.ts'
import { downloadBytes, runtimeBytes, type ModelFacts } from './models.ts'
import type { LoadProgress } from './protocol.ts'
import type { Device } from './runtime.ts'
import { prepareRuntime, withFiles } from './transformers-setup.ts'

export type ModelFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

export interface LoadOptions<Facts extends ModelFacts, Opened> {
  readonly model: Facts
  readonly base: string
  readonly device: Device
  readonly signal: AbortSignal
  readonly onProgress: (progress: LoadProgress) => void
  /** Makes the model of its files, which transformers.js finds as well. */
  readonly open: (model: Facts, files: ModelFiles) => Promise<Opened>
}

export interface Loaded<Opened> {
  readonly opened: Opened
  /** False when the browser had no room to keep the files. */
  readonly stored: boolean
}

/** Fetches, checks and opens a model. */
export const loadModel = async <Facts extends ModelFacts, Opened>(
  options: LoadOptions<Facts, Opened>,
): Promise<Loaded<Opened>> => {
  const { model, base, device, signal, onProgress, open } = options
  const totalBytes = downloadBytes(model, device)
  const report = (loadedBytes: number, file: string) =>
    onProgress({ loadedBytes, totalBytes, file })
  const folderUrl = new URL(`${base}models/${model.id}/`, location.href).href
  const store = await openFileStore(`model ${model.id}`, model.checksum)
  const manifest = await readManifest({ model, folderUrl, store, signal })
  const runtimeStored = await prepareRuntime({ base, device, signal, onBytes: report })
  const { files, stored } = await collectFiles({
    files: filesToLoad(manifest),
    folderUrl,
    store,
    signal,
    onBytes: (bytes, file) => report(runtimeBytes(device) + bytes, file),
  })
  report(totalBytes, 'opening')
  const opened = await withFiles(base, model.id, files, () => open(model, files))
  return { opened, stored: stored && runtimeStored }
}
