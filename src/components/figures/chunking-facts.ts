import { countedText } from '../../lib/chunking-lab/counted-text.ts'
import type { CutSummary } from '../../lib/chunking-lab/cut.ts'
import { cutSettings } from '../../lib/chunking-lab/cut-settings.ts'
import { cutText } from '../../lib/chunking-lab/cut-text.ts'
import { COUNTED_TEXT, chunkingSchema } from '../../lib/chunking-lab/lab-state.ts'
import type { ChunkingState, Library } from '../../lib/chunking-lab/lab-state.ts'
import { readingLimit } from '../../lib/chunking-lab/reading-limit.ts'
import { readTokens } from '../../lib/chunking-lab/written-tokens.ts'
import { presetState } from '../../lib/state/preset-hash.ts'
import { findEmbeddingModel } from '../../worker/models.ts'
import { corpus } from '../data/corpora.ts'
import { corpusTokens } from '../data/corpus-tokens.ts'
import { presetOf } from '../widgets/presets.ts'

const textOf = ({ corpus: id, embedder }: ChunkingState) => {
  if (id === COUNTED_TEXT) return { ...countedText(), language: 'en' as const }
  const { text, language } = corpus(id)
  const row = corpusTokens.find((each) => each.corpus === id && each.embedder === embedder)
  return { text, language, tokens: row === undefined ? null : readTokens(row.tokens) }
}

/** Cuts a text at build as a preset of the lab does, so that the prose says what the lab shows. */
export function presetCut(preset: string, library?: Library): CutSummary {
  const found = presetOf('chunking-lab', preset)
  if (found === undefined) throw new Error('Name a preset of the Chunking lab.')
  const own = presetState({ schema: chunkingSchema, preset: found })
  const state = library === undefined ? own : { ...own, library }
  const { text, tokens, language } = textOf(state)
  const embedder = findEmbeddingModel(state.embedder)
  if (embedder === null) throw new Error(`There is no embedder ${state.embedder}.`)
  const settings = cutSettings(state, language === 'zh' ? 'zh' : 'en')
  const limit = readingLimit(embedder)
  return cutText({ text, settings, tokens, distances: null, limit }).summary
}
