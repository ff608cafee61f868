import { AutoModel } from '@xenova/transformers'
import { breathe } from '../breathe.ts'
import type { EmbeddingModelFacts } from '../models.ts'
import { batchesOf } from './batches.ts'
import type { EmbeddedText, EmbeddingRole, Reading } from './embedding.ts'
import { normalizeRows, poolRows } from './pool-rows.ts'
import { prepareText, type PreparedText } from './prepare-text.ts'
import { runBatch } from './run-batch.ts'
import { openTokenizer } from './tokenizer/open-tokenizer.ts'

export interface EmbedRequest {
  readonly texts: readonly string[]
  readonly role: EmbeddingRole
  readonly of: 'text' | 'tokens'
  readonly signal: AbortSignal
  readonly onBatch: (batch: readonly EmbeddedText[]) => void
}

/** An embedder inside the worker. */
export interface WorkerEmbedder {
  readonly dimensions: number
  readonly maxTokens: number
  /** Start, end and id of each token of a text, one after the other. */
  tokenSpans(text: string): Int32Array<ArrayBuffer>
  read(text: string, role: EmbeddingRole): Reading
  embed(request: EmbedRequest): Promise<void>
  dispose(): Promise<void>
}

/** Texts tokenized before a waiting "cancel" is heard. */
const textsAtOnce = 64

/** An embedder from files that transformers.js finds in its cache. */
export const openEmbedder = async (
  facts: EmbeddingModelFacts,
  tokenizerJson: string,
): Promise<WorkerEmbedder> => {
  const { id, dimensions, maxTokens, prefixes } = facts
  const tokenizer = openTokenizer(tokenizerJson)
  const model = await AutoModel.from_pretrained(id, { device: 'wasm' })
  const options = { model, dimensions, paddingId: tokenizer.paddingId }
  const prepare = (text: string, role: EmbeddingRole): PreparedText =>
    prepareText(text, { tokenizer, prefixes, maxTokens, role })

  const finish = (
    index: number,
    { tokens, readTo, firstRow, spans }: PreparedText,
    rows: Float32Array,
    of: EmbedRequest['of'],
  ): EmbeddedText => {
    const common = { index, tokens, readTo }
    if (of === 'text')
      return { ...common, rows: poolRows(rows, dimensions), spans: new Int32Array() }
    const start = firstRow * dimensions
    const own = rows.slice(start, start + (spans.length / 3) * dimensions)
    return { ...common, rows: normalizeRows(own, dimensions), spans }
  }

  return {
    dimensions,
    maxTokens,
    tokenSpans: (text) => tokenizer.tokenize(text),
    read: (text, role) => {
      const { tokens, readTo, ids } = prepare(text, role)
      return { tokens, readTo, ids }
    },
    embed: async ({ texts, role, of, signal, onBatch }) => {
      const prepared: PreparedText[] = []
      for (const text of texts) {
        if (prepared.length % textsAtOnce === 0) await breathe()
        signal.throwIfAborted()
        prepared.push(prepare(text, role))
      }
      const lengths = prepared.map(({ ids }) => ids.length)
      for (const batch of batchesOf(lengths)) {
        await breathe()
        signal.throwIfAborted()
        const own = batch.flatMap((index) => prepared[index] ?? [])
        const layers = await runBatch(
          own.map(({ ids }) => ids),
          options,
        )
        onBatch(
          own.map((text, place) =>
            finish(batch[place] ?? 0, text, layers[place] ?? new Float32Array(), of),
          ),
        )
      }
    },
    dispose: async () => void (await model.dispose()),
  }
}
