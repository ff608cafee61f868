import type { SearchQuery } from './pipeline-input.ts'
import type { RagState } from './rag-state.ts'

/** Most rewritten lines that are searched with. */
const MOST_LINES = 8

/**
 * Stage 4: what is searched with. A rewritten question takes the place of the question; with several
 * queries the question stays among them; HyDE searches by vectors with an imagined passage, read as a
 * passage, and by words with the question itself. Without rewritten text the question is taken as it
 * is.
 *
 * Source: `hyde-2022` for the imagined passage.
 *
 * @example searchQueries({ queryMode: 'multi-query', rewritten: 'a\nb' }, 'q').length // 3
 */
export function searchQueries(
  state: Pick<RagState, 'queryMode' | 'rewritten'>,
  question: string,
): readonly SearchQuery[] {
  const { queryMode, rewritten } = state
  const lines = [...new Set(rewritten.split('\n').map((line) => line.trim()))].filter(
    (line) => line !== '' && line !== question,
  )
  const asked: SearchQuery = {
    text: question,
    source: 'question',
    role: 'query',
    byWords: true,
    byVectors: true,
  }
  if (queryMode === 'as-is' || lines.length === 0) return [asked]
  const written = lines
    .slice(0, MOST_LINES)
    .map((text): SearchQuery => ({ ...asked, text, source: 'rewritten' }))
  if (queryMode === 'rewrite') return written.slice(0, 1)
  if (queryMode === 'multi-query') return [asked, ...written]
  const imagined: SearchQuery = {
    text: rewritten.trim(),
    source: 'imagined',
    role: 'passage',
    byWords: false,
    byVectors: true,
  }
  return [{ ...asked, byVectors: false }, imagined]
}
