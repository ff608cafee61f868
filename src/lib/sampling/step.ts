/** A step of a sampler chain, as plain data. Which rules it follows stands in `SamplerRules`. */
export type SamplerStep =
  | { readonly name: 'temperature'; readonly temperature: number }
  | {
      /** llama.cpp's temperature that follows the entropy, between temperature -range and +range. */
      readonly name: 'dynamic_temperature'
      readonly temperature: number
      readonly range: number
      readonly exponent: number
    }
  | { readonly name: 'greedy' }
  | { readonly name: 'top_k'; readonly k: number; readonly minKeep?: number }
  | { readonly name: 'top_p'; readonly p: number; readonly minKeep?: number }
  | { readonly name: 'min_p'; readonly p: number; readonly minKeep?: number }
  | { readonly name: 'typical_p'; readonly p: number; readonly minKeep?: number }
  | { readonly name: 'epsilon_cutoff'; readonly epsilon: number; readonly minKeep?: number }
  | { readonly name: 'eta_cutoff'; readonly epsilon: number; readonly minKeep?: number }
  | { readonly name: 'top_n_sigma'; readonly n: number }
  | { readonly name: 'repetition_penalty'; readonly penalty: number }
  | PenaltiesStep

/** Three penalties together; what is absent is off, and an absent `lastN` means all tokens so far. */
export interface PenaltiesStep {
  readonly name: 'penalties'
  readonly lastN?: number
  readonly repeat?: number
  readonly frequency?: number
  readonly presence?: number
}

export type SamplerStepName = SamplerStep['name']

/** The tokens so far, oldest first; only the penalties read them. */
export interface TokenHistory {
  readonly promptTokenIds: readonly number[]
  readonly outputTokenIds: readonly number[]
}
