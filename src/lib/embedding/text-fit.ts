import { countOf } from '../format/count-of.ts'
import { formatCount } from '../format/format-count.ts'
import { formatPercent } from '../format/format-percent.ts'
import { scriptShares } from './script-shares.ts'

/** What must be known of an embedder; the site's rows of embedders have it. */
export interface EmbedderLimits {
  readonly name: string
  /** Languages that it knows, as BCP 47 tags. */
  readonly languages: readonly string[]
  /** Most tokens that it reads of a text. */
  readonly maxTokens: number
  /** Id of its token for what is not in its vocabulary. */
  readonly unknownId: number
}

export interface TextFitInput {
  readonly model: EmbedderLimits
  readonly text: string
  /** Ids of the text's tokens, where they are known. */
  readonly tokenIds?: readonly number[] | undefined
  /** Tokens of each chunk as the model counts them: prefix and special tokens included. */
  readonly chunkTokens?: readonly number[] | undefined
  /** What the pieces are called; absent: 'chunk'. */
  readonly noun?: string | undefined
}

/** Something that a model cannot do, and that this text asks of it. */
export interface Misfit {
  readonly kind: 'language' | 'unknown' | 'length'
  /** How much of the text's letters, tokens or chunks is concerned, 0 to 1. */
  readonly share: number
  /** One sentence for the reader. */
  readonly sentence: string
}

/** A smaller share than this is a name or a quotation, and not worth a warning. */
const least = 0.01

const percent = (share: number): string => formatPercent(share, { digits: share < 0.1 ? 1 : 0 })

/**
 * What of an embedder's limits a text runs into, one sentence each; empty when it runs into none.
 * Languages are told by their script, so that French passes for English; unknown tokens tell more.
 * Errors: RangeError when a chunk's tokens are not a whole number.
 *
 * @example textFit({ model, text: '检索增强' })[0]?.sentence
 * // '100 % of the letters of this text are Chinese characters, which all-MiniLM-L6-v2 does not know.'
 */
export function textFit(input: TextFitInput): readonly Misfit[] {
  const { model, text, tokenIds, chunkTokens, noun } = input
  return [
    ...scriptShares(text)
      .filter(({ share, languages }) => share >= least && !knows(model, languages))
      .map(({ name, share }): Misfit => {
        const sentence = `${percent(share)} of the letters of this text are ${name}, which ${model.name} does not know.`
        return { kind: 'language', share, sentence }
      }),
    ...unknownTokens(model, tokenIds ?? []),
    ...longChunks(model, chunkTokens ?? [], noun ?? 'chunk'),
  ]
}

function knows({ languages }: EmbedderLimits, needed: readonly string[] | null): boolean {
  return needed === null || needed.some((each) => languages.includes(each))
}

function unknownTokens(model: EmbedderLimits, ids: readonly number[]): readonly Misfit[] {
  const share =
    ids.length === 0 ? 0 : ids.filter((id) => id === model.unknownId).length / ids.length
  if (share < least) return []
  const sentence = `${percent(share)} of the tokens of this text are unknown to ${model.name}: it sees that something stands there, not what.`
  return [{ kind: 'unknown', share, sentence }]
}

function longChunks(
  model: EmbedderLimits,
  chunks: readonly number[],
  noun: string,
): readonly Misfit[] {
  if (!chunks.every((tokens) => Number.isSafeInteger(tokens) && tokens >= 0))
    throw new RangeError('textFit: chunkTokens holds something else than whole numbers of tokens.')
  const long = chunks.filter((tokens) => tokens > model.maxTokens).length
  if (long === 0) return []
  const limit = `${formatCount(model.maxTokens)} tokens, where ${model.name} stops reading`
  const sentence =
    chunks.length === 1
      ? `This text is longer than ${limit}.`
      : `${formatCount(long)} of ${countOf(chunks.length, noun)} ${long === 1 ? 'is' : 'are'} longer than ${limit}.`
  return [{ kind: 'length', share: long / chunks.length, sentence }]
}
