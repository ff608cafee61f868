import type { SamplerStep } from '../../sampling/step.ts'

/**
 * The sampler chain of an answer: at temperature 0 always the most probable token.
 *
 * @example writingSteps(0) // [{ name: 'greedy' }]
 */
export const writingSteps = (temperature: number): readonly SamplerStep[] =>
  temperature === 0 ? [{ name: 'greedy' }] : [{ name: 'temperature', temperature }]
