import type { SamplerStepName } from '../sampling/step.ts'

/** What each step is called in the lab. */
export const stepNames: Readonly<Record<SamplerStepName, string>> = {
  penalties: 'penalties',
  repetition_penalty: 'repetition penalty',
  top_n_sigma: 'top-n-sigma',
  top_k: 'top-k',
  typical_p: 'typical',
  top_p: 'top-p',
  min_p: 'min-p',
  temperature: 'temperature',
  greedy: 'greedy',
  dynamic_temperature: 'dynamic temperature',
  epsilon_cutoff: 'epsilon cutoff',
  eta_cutoff: 'eta cutoff',
}

/** What each step does, in one line. */
export const stepHints: Readonly<Partial<Record<SamplerStepName, string>>> = {
  penalties: 'lowers the logits of tokens that came before',
  repetition_penalty: 'lowers the logits of tokens that came before',
  top_n_sigma: 'keeps logits within n standard deviations of the largest',
  top_k: 'keeps the k most probable',
  typical_p: 'keeps those whose surprise is nearest to the entropy',
  top_p: 'keeps the fewest whose probabilities reach p',
  min_p: 'keeps those with at least this share of the largest probability',
  epsilon_cutoff: 'keeps those with at least the probability epsilon',
  eta_cutoff: 'keeps those above epsilon, or above less where the model is unsure',
  temperature: 'divides the logits: below 1 sharper, above 1 flatter',
}
