import type { EmbeddedText, EmbeddingRole, EmbedProgress } from '../embedding/embedding.ts'
import { cancelledError } from '../model-error.ts'
import type { WorkerLink } from '../worker-link.ts'
import type { Kept } from './vector-memory.ts'

interface EmbedTexts<Of> {
  readonly worker: Pick<WorkerLink, 'call'>
  readonly modelId: string
  readonly texts: readonly string[]
  readonly role: EmbeddingRole
  readonly of: 'text' | 'tokens'
  readonly kept: Kept<Of>
  readonly onProgress?: ((progress: EmbedProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Asks the worker for the texts that are not in memory, each once. What came before a "cancel" or a
 * failure is kept: the next call goes on from there.
 */
export const embedTexts = async <Of>(options: EmbedTexts<Of>): Promise<readonly Of[]> => {
  const { worker, modelId, texts, role, of, kept, onProgress, signal } = options
  if (signal?.aborted === true) throw cancelledError()
  const times = new Map<string, number>()
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1)
  const results = new Map<string, Of>()
  let done = 0
  const finish = (text: string, result: Of) => {
    results.set(text, result)
    done += times.get(text) ?? 0
  }
  for (const text of times.keys()) {
    const found = kept.get(text)
    if (found !== undefined) finish(text, found)
  }
  onProgress?.({ done, total: texts.length })
  const missing = [...times.keys()].filter((text) => !results.has(text))
  const onBatch = (batch: readonly EmbeddedText[]) => {
    for (const each of batch) {
      const text = missing[each.index]
      if (text !== undefined) finish(text, kept.put(text, each))
    }
    onProgress?.({ done, total: texts.length })
  }
  if (missing.length > 0)
    await worker.call('embed', { modelId, texts: missing, role, of }, { signal, onBatch })
  return texts.flatMap((text) => results.get(text) ?? [])
}
