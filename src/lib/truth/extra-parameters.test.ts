import { expect, test } from 'vitest'
import { extraParameters } from './extra-parameters.ts'

test('a head beside the model is a number, a stated result or a sum of products', () => {
  // BERT's classifier of two labels: 2 x 768 weights and 2 biases.
  for (const said of [1538, '1538', '768 x 2 + 2', 'classifier 2 x 768 + 2 = 1538', '1,538']) {
    expect(extraParameters(said)).toBe(1538)
  }
  expect(extraParameters('score 2 x 2304 = 4608')).toBe(4608)
  expect(extraParameters('num_labels=2, 2 * 2304')).toBe(4608)
  expect(extraParameters('score = 4608')).toBe(4608)
  expect(extraParameters(undefined)).toBe(0)
  expect(extraParameters('none')).toBe(0)
})
