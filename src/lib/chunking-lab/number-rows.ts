import { formatBytes } from '../format/format-bytes.ts'
import { formatCount } from '../format/format-count.ts'
import { formatNumber } from '../format/format-number.ts'
import type { TraceStep, Working } from '../formula/formula.ts'
import { askedOverlap } from './answer-words.ts'
import type { CutSettings, CutSummary } from './cut.ts'
import { indexBytes } from './index-bytes.ts'
import { predictedCount } from './predicted-count.ts'

/** One number as the lab lists it, with how it came about. */
export interface NumberRow {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly note: string
  readonly certainty: 'exact' | 'fitted' | 'assumed'
  readonly workings: readonly Working[]
}

/**
 * The numbers of a cut, each with its working.
 *
 * @example numberRows({ summary, settings, dimensions: 384 })[0]?.label // 'Chunks'
 */
export function numberRows(shown: {
  readonly summary: CutSummary
  readonly settings: CutSettings
  readonly dimensions: number
}): readonly NumberRow[] {
  const { summary, settings, dimensions } = shown
  const { count } = summary
  const vectors = { vectors: count, dimensions, bytesPerValue: 4 }
  const row = (fields: Omit<NumberRow, 'certainty'>): NumberRow => ({
    certainty: 'exact',
    ...fields,
  })
  return [
    countRow(summary, settings),
    row(embeddedRow(summary)),
    row(overlapRow(summary, settings)),
    row(lengthRow(summary)),
    row(unreadRow(summary)),
    row({
      id: 'index',
      label: 'Vectors of the index',
      value: formatBytes(indexBytes(vectors), { base: 'si' }),
      note: `${formatCount(count)} × ${formatCount(dimensions)} numbers of 4 bytes`,
      workings: [
        {
          kind: 'formula',
          formula: 'index-bytes',
          values: vectors,
          result: indexBytes(vectors),
        },
      ],
    }),
  ]
}

function countRow(summary: CutSummary, settings: CutSettings): NumberRow {
  const predicted = predictedCount(summary, settings)
  const counted = trace('Chunks, counted', [
    { label: 'chunks', value: summary.count, unit: '1' },
    { label: 'boundaries', value: Math.max(0, summary.count - 1), unit: '1' },
  ])
  return {
    id: 'count',
    label: 'Chunks',
    value: formatCount(summary.count),
    note:
      predicted === null
        ? 'counted'
        : predicted.count === summary.count
          ? 'counted; the rule of sliding windows gives the same'
          : `counted; sliding windows would be ${formatCount(predicted.count)}`,
    certainty: 'exact',
    workings: [
      counted,
      ...(predicted === null
        ? []
        : [
            {
              kind: 'formula' as const,
              formula: 'chunk-count',
              values: predicted.values,
              result: predicted.count,
            },
          ]),
    ],
  }
}

function embeddedRow(summary: CutSummary) {
  const { embeddedTokens, textTokens, embeddedCharacters, textCharacters } = summary
  const inTokens = embeddedTokens !== null && textTokens !== null
  const embedded = inTokens ? embeddedTokens : embeddedCharacters
  const whole = inTokens ? textTokens : textCharacters
  const repeated = (inTokens ? summary.repeatedTokens : null) ?? summary.repeatedCharacters
  const unit = inTokens ? 'token' : '1'
  const name = inTokens ? 'tokens' : 'characters'
  const times = whole === 0 ? '' : ` · × ${formatNumber(embedded / whole, { digits: 2 })}`
  return {
    id: 'embedded',
    label: `Embedded ${name}`,
    value: formatCount(embedded),
    note: `of a text of ${formatCount(whole)}${times}`,
    workings: [
      trace(`${inTokens ? 'Tokens' : 'Characters'} of all chunks together`, [
        { label: 'text', value: whole, unit },
        { label: 'repeated by the overlaps', value: repeated, unit },
        { label: 'in no chunk, or cut through', value: whole + repeated - embedded, unit },
        { label: 'embedded', value: embedded, unit },
      ]),
    ],
  }
}

function overlapRow(summary: CutSummary, settings: CutSettings) {
  const boundaries = Math.max(0, summary.count - 1)
  const inTokens = summary.binUnit === 'tokens' && summary.repeatedTokens !== null
  const repeated = (inTokens ? summary.repeatedTokens : null) ?? summary.repeatedCharacters
  const mean = boundaries === 0 ? 0 : repeated / boundaries
  const unit = inTokens ? 'token' : '1'
  return {
    id: 'overlap',
    label: 'Mean overlap, measured',
    value: formatNumber(mean, { digits: 1 }),
    note: `${inTokens ? 'tokens' : 'characters'}, of ${askedOverlap(settings)} asked for; ${formatCount(summary.bareBoundaries)} of ${formatCount(boundaries)} boundaries without any`,
    workings: [
      trace('What neighbours really share', [
        { label: 'repeated in all', value: repeated, unit },
        { label: 'boundaries', value: boundaries, unit: '1' },
        { label: 'mean', value: mean, unit },
      ]),
    ],
  }
}

const lengthRow = ({ shortest, longest, mean, embeddedCharacters, count }: CutSummary) => ({
  id: 'length',
  label: 'Mean length',
  value: formatNumber(mean, { digits: 0 }),
  note: `characters; from ${formatCount(shortest)} to ${formatCount(longest)}`,
  workings: [
    trace('Length of the chunks', [
      { label: 'characters of all chunks', value: embeddedCharacters, unit: '1' },
      { label: 'chunks', value: count, unit: '1' },
      { label: 'mean', value: mean, unit: '1' },
    ]),
  ],
})

function unreadRow({ unreadTokens, overLimit, embeddedTokens }: CutSummary) {
  return {
    id: 'unread',
    label: 'Tokens that the embedder does not read',
    value: unreadTokens === null ? 'not counted' : formatCount(unreadTokens),
    note:
      unreadTokens === null
        ? 'the tokens of this text are not known yet'
        : `chunks longer than its limit: ${formatCount(overLimit)}`,
    workings: [
      trace('Beyond the limit', [
        { label: 'embedded', value: embeddedTokens ?? 0, unit: 'token' },
        { label: 'chunks over the limit', value: overLimit, unit: '1' },
        { label: 'not read', value: unreadTokens ?? 0, unit: 'token' },
      ]),
    ],
  }
}

const trace = (title: string, steps: readonly TraceStep[]): Working => ({
  kind: 'trace',
  title,
  certainty: 'exact',
  source: '',
  steps,
})
