import type { Chunk } from '../../../../lib/chunking/chunk.ts'
import { packSpans } from '../../../../lib/chunking-lab/token-index.ts'
import type { SweepText } from '../../../../lib/chunking-lab/sweep/cut-setting.ts'
import type { SweepSetting } from '../../../../lib/chunking-lab/sweep/sweep-setting.ts'
import { cutInWorker } from '../../../../worker/chunking/cut-in-worker.ts'

/** Cuts a long text in the worker of the cuts. */
export async function cutFarAway(
  { text, language, tokenSpans, distances, threshold }: SweepText,
  { strategy, size, overlap, unit }: SweepSetting,
  signal: AbortSignal,
): Promise<readonly Chunk[]> {
  const { chunks } = await cutInWorker(
    {
      text,
      settings: {
        library: 'ours',
        strategy,
        size,
        overlap,
        unit,
        threshold,
        splitter: 'recursive',
        keepSeparator: true,
        language: language.startsWith('zh') ? 'zh' : 'en',
      },
      tokens: tokenSpans === null ? null : packSpans(tokenSpans),
      distances,
      limit: { maxTokens: Infinity, reserved: 0 },
    },
    signal,
  )
  return chunks.map(({ start, end, level, reason, tokens }) => ({
    start,
    end,
    level,
    reason,
    ...(tokens !== null && { tokens }),
  }))
}
