/** In which order the passages stand in the prompt. */
export const PASSAGE_ORDERS = ['best-first', 'best-last', 'best-at-edges'] as const
export type PassageOrder = (typeof PASSAGE_ORDERS)[number]

/**
 * What can be done against instructions in passages. None of them is a wall: each lowers the chance
 * that a model obeys a passage.
 */
export const DEFENCES = [
  'delimit',
  'instruct',
  'quote-as-data',
  'strip-orders',
  'output-check',
] as const
export type Defence = (typeof DEFENCES)[number]

/** How a prompt is put together. */
export interface PromptSettings {
  /** Most tokens of the whole prompt, the question and the rules included. */
  readonly tokenBudget: number
  readonly order: PassageOrder
  /** Passages carry numbers, and the model is asked to name them. */
  readonly citations: boolean
  /** The model is asked to answer from the passages alone. */
  readonly onlyFromContext: boolean
  /** The model is told what to say when the passages do not hold the answer. */
  readonly refusal: boolean
  /** The answer is asked for as a JSON object. */
  readonly json: boolean
  readonly defences: readonly Defence[]
}
