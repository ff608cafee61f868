import { chunkingSchema } from '../../../lib/chunking-lab/lab-state.ts'
import type { Preset } from '../../../lib/state/preset-hash.ts'
import { presetState } from '../../../lib/state/preset-hash.ts'
import { corpora, corpusList } from '../../data/corpora.ts'
import { corpusTokens, tokenizerBytes } from '../../data/corpus-tokens.ts'
import type { ChunkingLabProps } from './chunking-lab.svelte.ts'

/** What the page carries for its first result: one text, and the names of the others. */
export function chunkingLabProps(
  presets: readonly Preset[],
  preset: Preset | undefined,
): ChunkingLabProps {
  const start = presetState({
    schema: chunkingSchema,
    preset: preset ?? { id: 'default', title: '', state: {} },
  })
  const corpus = corpora.find(({ id }) => id === start.corpus) ?? corpora[0]
  if (corpus === undefined) throw new Error('There is no text in src/data/corpora.')
  const { embedder } = start
  const found = corpusTokens.find((row) => row.corpus === corpus.id && row.embedder === embedder)
  const tokens = { embedder, written: found?.tokens ?? '' }
  return { corpus, corpora: corpusList, tokens, tokenizerBytes, presets, preset }
}
