/**
 * The tokens that are still in the running, most probable first and equal ones by id, with what the
 * steps of a chain need to know of them. Arrays are shared between stages: never write into them.
 */
export interface Candidates {
  readonly ids: Int32Array
  readonly logits: Float64Array
  /** e^(logit - largest logit): the first is 1, a far one may underflow to 0. */
  readonly weights: Float64Array
  /** Sum of the weights, so that a probability is weight / total. */
  readonly total: number
  /** Entries that the engine's own list still holds; llama.cpp leaves masked tokens in it. */
  readonly listed: number
}
