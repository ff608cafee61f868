import type { SamplerStepName } from '../sampling/step.ts'

/** The steps that the lab's chain may hold, each with its own control. */
export const LAB_STEPS = [
  'penalties',
  'repetition_penalty',
  'top_n_sigma',
  'top_k',
  'typical_p',
  'top_p',
  'min_p',
  'epsilon_cutoff',
  'eta_cutoff',
  'temperature',
] as const satisfies readonly SamplerStepName[]

export type LabStep = (typeof LAB_STEPS)[number]

/**
 * Whether the lab has a control for a step of an engine.
 *
 * @example isLabStep('dynamic_temperature') // false
 */
export const isLabStep = (name: SamplerStepName): name is LabStep =>
  LAB_STEPS.some((step) => step === name)
