import { collectFiles } from './files/collect-files.ts'
import { openFileStore } from './files/file-store.ts'
import { readManifest } from './files/read-manifest.ts'
import { openLanguageModel, type WorkerLanguageModel } from './language/worker-language-model.ts'
import { filesToLoad } from './model-checksum.ts'
import { downloadBytes, runtimeBytes, type ModelFacts } from './models.ts'
import type { LoadProgress } from './protocol.ts'
import { prepareRuntime, withFiles } from './transformers-setup.ts'

export interface LoadOptions {
  readonly model: ModelFacts
  readonly base: string
  readonly signal: AbortSignal
  readonly onProgress: (progress: LoadProgress) => void
}

export interface Loaded {
  readonly language: WorkerLanguageModel
  /** False when the browser had no room to keep the files. */
  readonly stored: boolean
}

/** Fetches, checks and opens a model. */
export const loadModel = async (options: LoadOptions): Promise<Loaded> => {
  const { model, base, signal, onProgress } = options
  const totalBytes = downloadBytes(model)
  const report = (loadedBytes: number, file: string) =>
    onProgress({ loadedBytes, totalBytes, file })
  const folderUrl = new URL(`${base}models/${model.id}/`, location.href).href
  const store = await openFileStore(`model ${model.id}`, model.checksum)
  const manifest = await readManifest({ model, folderUrl, store, signal })
  const runtimeStored = await prepareRuntime({ base, signal, onBytes: report })
  const { files, stored } = await collectFiles({
    files: filesToLoad(manifest),
    folderUrl,
    store,
    signal,
    onBytes: (bytes, file) => report(runtimeBytes + bytes, file),
  })
  report(totalBytes, 'opening')
  const tokenizerJson = new TextDecoder().decode(files.get('tokenizer.json'))
  const language = await withFiles(base, model.id, files, () =>
    openLanguageModel(model.id, tokenizerJson),
  )
  return { language, stored: stored && runtimeStored }
}
