/** One step of a chain; the names are those of src/lib/sampling. */
export type SamplerStep = { readonly name: string } & Readonly<Record<string, unknown>>

export interface Picked {
  readonly id: number
  readonly probability: number
  readonly modelProbability: number
  readonly keptCount: number
}

/** The most probable token. */
export const pickToken = (logits: Float64Array): Picked => {
  let best = 0
  for (let id = 1; id < logits.length; id++) if ((logits[id] ?? 0) > (logits[best] ?? 0)) best = id
  const top = logits[best] ?? 0
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - top), 0)
  return { id: best, probability: 1, modelProbability: 1 / sum, keptCount: 1 }
}
