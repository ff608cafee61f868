import type { Chunk } from '../chunk.ts'
import type { ChunkOptions } from '../chunk-options.ts'
import type { Packing } from '../pack.ts'

/** What every strategy packs with; it adds the borders that it knows. */
export type Bench = Omit<Packing, 'cuts' | 'starts'>

/** A strategy: the chunks of a text, in order. */
export type CutWith = (bench: Bench, options: ChunkOptions) => Chunk[]
