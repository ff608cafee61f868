import type { CutSettings } from './cut.ts'
import type { ChunkingState } from './lab-state.ts'

/** What sizes are counted in: fixed windows and LangChain have a unit of their own. */
export function unitOf({
  library,
  strategy,
  unit,
}: Pick<ChunkingState, 'library' | 'strategy' | 'unit'>): ChunkingState['unit'] {
  if (library === 'llamaindex') return unit
  if (library !== 'ours') return 'characters'
  if (strategy === 'tokens' || strategy === 'characters') return strategy
  return unit
}

/**
 * The part of the state that decides where a text is cut.
 *
 * @example cutSettings(state, 'zh').language //=> 'zh'
 */
export function cutSettings(state: ChunkingState, language: 'en' | 'zh'): CutSettings {
  const { library, strategy, size, overlap, threshold, splitter, keepSeparator } = state
  return {
    library,
    strategy,
    size,
    overlap,
    unit: unitOf(state),
    threshold,
    splitter,
    keepSeparator,
    language,
  }
}

/** What a cut waits for: the text's tokens, the distances of its sentences, both or neither. */
export function cutNeeds({ library, strategy, unit }: CutSettings): {
  readonly tokens: boolean
  readonly distances: boolean
} {
  const ours = library === 'ours'
  return { tokens: ours && unit === 'tokens', distances: ours && strategy === 'semantic' }
}
