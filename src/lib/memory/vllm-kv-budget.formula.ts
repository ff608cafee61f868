import type { Formula } from '../formula/formula.ts'

/**
 * What vLLM has left for its cache: the budget less weights, memory outside PyTorch, the activation
 * peak of its profiling run and, in versions that count them, the captured graphs.
 *
 * Units: bytes. Source: `vllm-memory-profile`.
 *
 * @example
 * vllmKvBudgetFormula.evaluate({
 *   budget: 71.29, weights: 14.96, nonTorch: 1.79, activations: 1.26, graphs: 0,
 * }) // 53.28; 53.29 logged, all in GiB
 */
export const vllmKvBudgetFormula: Formula = {
  id: 'vllm-kv-budget',
  title: 'Memory that vLLM has left for its cache',
  expression: 'budget - weights - nonTorch - activations - graphs',
  symbols: {
    budget: { meaning: 'device memory x gpu_memory_utilization', unit: 'B', range: [4e9, 1.5e11] },
    weights: { meaning: 'bytes of the weights', unit: 'B', range: [1e8, 2e9] },
    nonTorch: { meaning: 'memory outside PyTorch', unit: 'B', range: [0, 4e8] },
    activations: { meaning: 'activation peak of the profiling run', unit: 'B', range: [1e8, 1e9] },
    graphs: { meaning: 'captured CUDA graphs', unit: 'B', range: [0, 4e8] },
  },
  unit: 'B',
  certainty: 'exact',
  source: 'vllm-memory-profile',
  evaluate: ({ budget = 0, weights = 0, nonTorch = 0, activations = 0, graphs = 0 }) =>
    budget - weights - nonTorch - activations - graphs,
}
