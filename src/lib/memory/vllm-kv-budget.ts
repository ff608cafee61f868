import { vllmKvBudgetFormula } from './vllm-kv-budget.formula.ts'

/** The lines of vLLM's memory profile, all in one unit, bytes as a rule. */
export interface VllmProfile {
  /** Memory that CUDA reports, a little less than the label on the card. */
  readonly totalBytes: number
  readonly utilisation: number
  /** The budget as the log prints it, where it does: it outranks total x utilisation. */
  readonly budgetBytes?: number
  readonly weightBytes: number
  readonly nonTorchBytes: number
  readonly activationPeakBytes: number
  /** Captured graphs; versions to 2025 log them and do not take them off, so absent means 0. */
  readonly cudaGraphBytes?: number
}

/**
 * Memory that vLLM has left for its cache after its profiling run.
 *
 * `budget - weights - non-torch - activation peak - graphs`, with
 * `budget = total x gpu_memory_utilization`; zero when nothing is left.
 *
 * Source: `vllm-memory-profile`. Units: as given.
 *
 * @throws RangeError for a number that is negative or not finite.
 * @example
 * vllmKvBudget({
 *   totalBytes: 79.25, utilisation: 0.15, weightBytes: 8.51, nonTorchBytes: 0.26, activationPeakBytes: 0.94,
 * }) // 2.1775; 2.18 logged, in GiB
 */
export function vllmKvBudget(profile: VllmProfile): number {
  for (const [name, value] of Object.entries(profile)) {
    if (value !== undefined && !(Number.isFinite(value) && value >= 0)) {
      throw new RangeError(`${name} is ${value}; it must be a number, 0 or more.`)
    }
  }
  const left = vllmKvBudgetFormula.evaluate({
    budget: profile.budgetBytes ?? profile.totalBytes * profile.utilisation,
    weights: profile.weightBytes,
    nonTorch: profile.nonTorchBytes,
    activations: profile.activationPeakBytes,
    graphs: profile.cudaGraphBytes ?? 0,
  })
  return Math.max(0, left)
}
