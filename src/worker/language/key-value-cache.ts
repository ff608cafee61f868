import { Tensor } from '@xenova/transformers'

/** Past keys and values of a decoder, one tensor of [1, heads, positions, width] a name. */
export type PastTensors = Readonly<Record<string, Tensor>>

/** What a decoder returns, as the past of its next step. */
export const pastOf = (output: Readonly<Record<string, unknown>>): PastTensors =>
  Object.fromEntries(
    Object.entries(output).flatMap(([name, value]) =>
      name.startsWith('present') && value instanceof Tensor
        ? [[name.replace('present', 'past_key_values'), value]]
        : [],
    ),
  )

const cropTensor = (tensor: Tensor, length: number): Tensor => {
  const [batch = 1, heads = 1, positions = 0, width = 1] = tensor.dims
  const data = tensor.data as Float32Array
  const rows = batch * heads
  const cropped = new Float32Array(rows * length * width)
  for (let row = 0; row < rows; row++) {
    const start = row * positions * width
    cropped.set(data.subarray(start, start + length * width), row * length * width)
  }
  return new Tensor('float32', cropped, [batch, heads, length, width])
}

/** The past of the first `length` positions. */
export const cropPast = (past: PastTensors, length: number): PastTensors =>
  Object.fromEntries(
    Object.entries(past).map(([name, tensor]) => [name, cropTensor(tensor, length)]),
  )
