import type { ChunkOptions } from '../chunking/chunk-options.ts'

/** How the corpora are cut in the recorded vectors, and at first in the labs. */
export const recordedChunking = {
  strategy: 'recursive',
  size: 800,
  overlap: 100,
  unit: 'characters',
} as const satisfies ChunkOptions
