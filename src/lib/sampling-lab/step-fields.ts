import type { LabStep } from './lab-step.ts'

/** Fields of the state that are a step's values. */
export type ValueField =
  | 'temperature'
  | 'topK'
  | 'topP'
  | 'minP'
  | 'typicalP'
  | 'epsilon'
  | 'eta'
  | 'topNSigma'
  | 'repeat'
  | 'frequency'
  | 'presence'
  | 'lastN'

/** Which fields a step has; its slider moves the first. */
export const stepFields: Readonly<Record<LabStep, readonly ValueField[]>> = {
  temperature: ['temperature'],
  top_k: ['topK'],
  top_p: ['topP'],
  min_p: ['minP'],
  typical_p: ['typicalP'],
  epsilon_cutoff: ['epsilon'],
  eta_cutoff: ['eta'],
  top_n_sigma: ['topNSigma'],
  penalties: ['repeat', 'frequency', 'presence', 'lastN'],
  repetition_penalty: ['repeat'],
}
