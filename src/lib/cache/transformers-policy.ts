import { bytesPerElement } from './bytes-per-element.ts'
import type { EnginePolicy } from './engine-policy.ts'

/**
 * What transformers 5 holds in its DynamicCache after a forward pass.
 *
 * The cache is exactly as long as the text. A sliding layer keeps `window - 1` tokens, because the
 * next token brings itself along; a short convolution keeps `kernel` columns in the model's type;
 * the recurrent state is float32 whatever the model's type.
 */
export const transformersPolicy: EnginePolicy = {
  fullCells: ({ tokens, sequences }) => tokens * sequences,
  slidingCells: ({ tokens, sequences }, window) => Math.min(tokens, window - 1) * sequences,
  convolutionColumns: (kernel) => kernel,
  convolutionBytes: ({ stateFormat }) => bytesPerElement(stateFormat),
  recurrentBytes: () => 4,
}
