/** Parameters as an engine's user sets them; what is absent is off. */
export interface SamplerSettings {
  readonly temperature?: number
  readonly dynamicRange?: number
  readonly dynamicExponent?: number
  readonly topK?: number
  readonly topP?: number
  readonly minP?: number
  readonly typicalP?: number
  readonly epsilonCutoff?: number
  readonly etaCutoff?: number
  readonly topNSigma?: number
  readonly repetitionPenalty?: number
  readonly frequencyPenalty?: number
  readonly presencePenalty?: number
  readonly penaltyLastN?: number
}
