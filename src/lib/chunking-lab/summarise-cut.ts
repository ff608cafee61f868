import { countCharacters } from './count-characters.ts'
import type { CutRequest, CutSummary } from './cut.ts'
import type { LabChunk } from './lab-chunk.ts'
import { sizeBins } from './size-bins.ts'
import { tokensWithin } from './token-index.ts'

/**
 * All chunks of a cut in a few numbers.
 *
 * @example summariseCut(request, chunks).count //=> chunks.length
 */
export function summariseCut(request: CutRequest, chunks: readonly LabChunk[]): CutSummary {
  const { text, tokens, settings } = request
  const sum = (value: (chunk: LabChunk) => number) =>
    chunks.reduce((total, chunk) => total + value(chunk), 0)
  const sizes = chunks.map(({ characters }) => characters)
  // LlamaIndex counts words for tokens here; the picture then shows characters.
  const binUnit = settings.library === 'ours' ? settings.unit : 'characters'
  const inUnit = binUnit === 'tokens' ? chunks.map((chunk) => chunk.tokens ?? 0) : sizes
  const embeddedCharacters = sum(({ characters }) => characters)
  const textCharacters = countCharacters(text)
  const whole = (value: (chunk: LabChunk) => number) => (tokens === null ? null : sum(value))
  return {
    count: chunks.length,
    textCharacters,
    textTokens: tokens === null ? null : tokens.length / 2,
    embeddedCharacters,
    embeddedTokens: whole((chunk) => chunk.tokens ?? 0),
    repeatedCharacters: sum(({ repeats }) => repeats.characters),
    repeatedTokens: whole(({ repeats }) => repeats.tokens ?? 0),
    bareBoundaries: chunks.slice(1).filter(({ repeats }) => repeats.characters === 0).length,
    lostCharacters: lostCharacters(text, chunks),
    shortest: sizes.reduce((least, size) => Math.min(least, size), sizes[0] ?? 0),
    longest: sizes.reduce((most, size) => Math.max(most, size), 0),
    mean: chunks.length === 0 ? 0 : embeddedCharacters / chunks.length,
    overLimit: chunks.filter(({ readTo }) => readTo !== null).length,
    unreadTokens:
      tokens === null
        ? null
        : sum(({ readTo, end }) =>
            readTo === null ? 0 : tokensWithin(tokens, { start: readTo, end }),
          ),
    oversize: chunks.filter(({ oversize }) => oversize === true).length,
    changed: chunks.filter(({ literal }) => literal !== undefined).length,
    bins: sizeBins(inUnit, settings.size),
    binUnit,
  }
}

/** Characters of the text between the chunks. */
function lostCharacters(text: string, chunks: readonly LabChunk[]): number {
  let reached = 0
  let lost = 0
  for (const { start, end, literal } of chunks) {
    if (literal !== undefined) continue
    if (start > reached) lost += countCharacters(text, reached, start)
    reached = Math.max(reached, end)
  }
  return lost + countCharacters(text, reached, text.length)
}
