import { describe, expect, it } from 'vitest'
import { averagePrecision } from '../../src/lib/evaluation/average-precision.ts'
import { hitAtK } from '../../src/lib/evaluation/hit-at-k.ts'
import { ndcg } from '../../src/lib/evaluation/ndcg.ts'
import { precisionAtK } from '../../src/lib/evaluation/precision-at-k.ts'
import { recallAtK } from '../../src/lib/evaluation/recall-at-k.ts'
import { reciprocalRank } from '../../src/lib/evaluation/reciprocal-rank.ts'
import type { Relevance } from '../../src/lib/evaluation/relevance.ts'
import { pca } from '../../src/lib/projection/pca.ts'
import { bm25 } from '../../src/lib/retrieval/bm25.ts'
import type { Bm25Parameters, Bm25VariantName } from '../../src/lib/retrieval/bm25-variants.ts'
import { cosineSimilarity } from '../../src/lib/retrieval/cosine-similarity.ts'
import { maximalMarginalRelevance } from '../../src/lib/retrieval/maximal-marginal-relevance.ts'
import { reciprocalRankFusion } from '../../src/lib/retrieval/reciprocal-rank-fusion.ts'
import { vectorCases } from './vectors.ts'

type Rows = readonly (readonly number[])[]

interface Bm25Input {
  readonly kind: 'bm25'
  readonly variant: Bm25VariantName
  readonly documents: readonly (readonly string[])[]
  readonly query: readonly string[]
  readonly parameters?: Partial<Bm25Parameters>
}
interface FusionInput {
  readonly kind: 'reciprocal_rank_fusion'
  readonly rankings: readonly (readonly string[])[]
  readonly k?: number
}
interface MetricsInput {
  readonly kind: 'ranking_metrics'
  readonly ranking: readonly string[]
  readonly relevance: Relevance
  readonly cutoffs: readonly number[]
}
interface CosineInput {
  readonly kind: 'cosine_similarity'
  readonly a: Rows
  readonly b: Rows
}
interface PcaInput {
  readonly kind: 'pca'
  readonly data: Rows
  readonly components: number
}
interface MmrInput {
  readonly kind: 'maximal_marginal_relevance'
  readonly query: readonly number[]
  readonly documents: Rows
  readonly lambda: number
  readonly k: number
}
type Input = Bm25Input | FusionInput | MetricsInput | CosineInput | PcaInput | MmrInput

interface Expected extends Readonly<Record<string, unknown>> {
  readonly raises?: string
}

/** The number within `tolerance * max(1, |expected|)`. */
function expectNear(actual: number, expected: number, tolerance: number, what: string): void {
  const away = Math.abs(actual - expected)
  expect(away, `${what}: ${actual}, expected ${expected}`).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(expected)),
  )
}

function expectRowNear(actual: readonly number[], expected: readonly number[], what: string): void {
  expect(actual.length, what).toBe(expected.length)
  for (const [place, value] of expected.entries()) {
    expectNear(actual[place] ?? NaN, value, 1e-9, `${what} ${place}`)
  }
}

const answers: {
  readonly [Kind in Input['kind']]: (
    input: Extract<Input, { kind: Kind }>,
  ) => (expected: Expected) => void
} = {
  bm25: ({ variant, documents, query, parameters }) => {
    const scores = bm25({ documents, query, variant, ...parameters })
    return (expected) => {
      const listed = expected['scores'] as readonly number[]
      expect(scores).toHaveLength(listed.length)
      for (const [document, score] of listed.entries()) {
        expectNear(scores[document] ?? NaN, score, 1e-6, `document ${document}`)
      }
    }
  },
  reciprocal_rank_fusion: ({ rankings, k }) => {
    const fused = reciprocalRankFusion({ rankings, ...(k === undefined ? {} : { k }) })
    return (expected) => {
      const listed = expected['scores'] as Readonly<Record<string, number>>
      expect(fused.map(({ id }) => id).sort()).toEqual(Object.keys(listed).sort())
      for (const { id, score } of fused) expectNear(score, listed[id] ?? NaN, 1e-6, id)
    }
  },
  ranking_metrics: ({ ranking, relevance, cutoffs }) => {
    const metrics: Record<string, number> = {
      reciprocal_rank: reciprocalRank({ ranking, relevance }),
      average_precision: averagePrecision({ ranking, relevance }),
    }
    for (const k of cutoffs) {
      const answer = { ranking, relevance, k }
      metrics[`ndcg_at_${k}`] = ndcg(answer)
      metrics[`ndcg_exponential_gain_at_${k}`] = ndcg({ ...answer, gain: 'exponential' })
      metrics[`precision_at_${k}`] = precisionAtK(answer)
      metrics[`recall_at_${k}`] = recallAtK(answer)
      metrics[`hit_at_${k}`] = hitAtK(answer)
    }
    return (expected) => {
      for (const [name, value] of Object.entries(expected)) {
        expectNear(metrics[name] ?? NaN, value as number, 1e-6, name)
      }
    }
  },
  cosine_similarity: ({ a, b }) => {
    const similarity = a.map((row) => b.map((other) => cosineSimilarity(row, other)))
    return (expected) => {
      const listed = expected['similarity'] as Rows
      for (const [row, values] of listed.entries()) {
        expectRowNear(similarity[row] ?? [], values, `row ${row}`)
      }
    }
  },
  pca: ({ data, components }) => {
    const result = pca(data, components)
    return (expected) => {
      expectRowNear(result.mean, expected['mean'] as number[], 'mean')
      expectRowNear(
        result.explainedVariance,
        expected['explained_variance'] as number[],
        'variance',
      )
      const ratio = expected['explained_variance_ratio'] as number[]
      expectRowNear(result.explainedVarianceRatio, ratio, 'ratio')
      const rows = expected['components_up_to_sign'] as Rows
      const projected = expected['projected_up_to_sign'] as Rows
      for (const [place, row] of rows.entries()) {
        const own = result.components[place] ?? []
        const sign = Math.sign(row.reduce((sum, value, at) => sum + value * (own[at] ?? 0), 0))
        expectRowNear(
          own.map((value) => sign * value),
          row,
          `component ${place}`,
        )
        expectRowNear(
          result.projected.map((point) => sign * (point[place] ?? NaN)),
          projected.map((point) => point[place] ?? NaN),
          `projection ${place}`,
        )
      }
    }
  },
  maximal_marginal_relevance: ({ query, documents, lambda, k }) => {
    const chosen = maximalMarginalRelevance({ query, documents, lambda, k })
    return (expected) => {
      expect(chosen).toEqual(expected['selected_indices'])
    }
  },
}

describe('scores, fusion, metrics and projections of the libraries', () => {
  const { cases } = vectorCases<Input, Expected>('retrieval')

  it.each(
    cases.map(({ input, expected }, index) => ({ index, kind: input.kind, input, expected })),
  )('agree in case $index ($kind)', ({ input, expected }) => {
    const answer = answers[input.kind] as (input: Input) => (expected: Expected) => void
    if (expected.raises === undefined) answer(input)(expected)
    else expect(() => answer(input)).toThrow()
  })
})
