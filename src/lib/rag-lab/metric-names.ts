import type { MeanScores } from './pipeline-evaluation.ts'

/** Each metric for people, and what it measures. */
export const metricNames: Readonly<
  Record<keyof MeanScores, { readonly name: string; readonly hint: string }>
> = {
  recall: {
    name: 'Recall@k',
    hint: 'Share of the relevant passages that are among the first k.',
  },
  mrr: { name: 'MRR', hint: 'Mean of 1 / rank of the first relevant passage.' },
  ndcg: {
    name: 'nDCG@k',
    hint: 'What the relevant passages are worth at their ranks, over the best possible.',
  },
  spanRecall: {
    name: 'Evidence found',
    hint: 'Share of the evidence’s characters that the passages hold.',
  },
  spanPrecision: {
    name: 'Precision of characters',
    hint: 'Share of the passages’ characters that are evidence.',
  },
  iou: { name: 'IoU of spans', hint: 'Evidence and passages in common, over both together.' },
  tokens: { name: 'Context tokens', hint: 'Tokens of the passages, which every answer pays for.' },
}
