import { isWeightFormat } from '../weights/weight-formats.ts'
import type { WeightFormat } from '../weights/weight-formats.ts'
import { textOf } from './truth-input.ts'

/** Ways of writing a format that are not its name; the first that matches counts. */
const spellings: readonly (readonly [RegExp, WeightFormat])[] = [
  [/mxfp4/, 'mxfp4'],
  [/(nf4|bnb\.?fp4).*(dq|double)|qlora/, 'nf4-dq'],
  [/gptq.*(int-?8|8-?bit|\bw?8\b)|gptq.?8/, 'gptq-int8'],
  // A scale for each 64 weights at 32 bits, or NVFP4's for each 16 at 8 bits, is half a bit.
  [/nf4|(?<!mx)fp4|(bitsandbytes|bnb).?(4|int4)/, 'nf4'],
  [/w8a16|int8|\b8-?bit|w8a8|(bitsandbytes|bnb).?8/, 'int8'],
  [/bitsandbytes|\bbnb\b/, 'nf4'],
  [/awq/, 'awq-int4'],
  [/gptq|w4a16|int4|\b4-?bit/, 'gptq-int4'],
  [/fp8|float8|e4m3/, 'fp8'],
  [/bf16|bfloat16/, 'bf16'],
  [/fp16|float16|\bf16|half|16-true/, 'fp16'],
  [/fp32|float32|\bf32|32-true/, 'fp32'],
]

const sizes: Readonly<Record<string, string>> = { small: '_S', medium: '_M', large: '_L' }

/**
 * The weight format that a row's `quant` or `dtype` names, in whatever spelling; undefined when it
 * names one that the library does not know. A `quant` of none leaves the dtype; neither means bf16.
 *
 * @example weightFormatOf({ quant: 'bnb nf4 double-quant' }) //=> 'nf4-dq'
 */
export function weightFormatOf(input: Readonly<Record<string, unknown>>): WeightFormat | undefined {
  const quant = textOf(input, 'quant', 'quantization', 'weights_dtype')
  const none = quant === undefined || /^(none|no|)$/i.test(quant.trim())
  return formatNamed(none ? (textOf(input, 'dtype') ?? 'bf16') : quant)
}

function formatNamed(text: string): WeightFormat | undefined {
  const name = text
    .trim()
    .replace(/^gguf[\s:_-]+|[\s:_-]+gguf$|\.gguf$/i, '')
    // Rows of four or eight interleaved for some processors: the same blocks in another order.
    .replace(/^(q4_0)_[48]_[48]$/i, '$1')
  if (isWeightFormat(name)) return name
  return ggufNamed(name) ?? spellings.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1]
}

/** llama.cpp prints 'Q4_K - Medium', and its quantiser takes 'Q4_K' for that; case is free. */
function ggufNamed(name: string): WeightFormat | undefined {
  const match = /^(I?Q\d\w*|TQ\d\w*)(?:\s*-\s*(\w+))?/i.exec(name.replace(/-(?=\w_)/g, '_'))
  const base = match?.[1]?.toUpperCase()
  if (base === undefined) return undefined
  const size = sizes[match?.[2]?.toLowerCase() ?? ''] ?? ''
  const names = [base + size, base, `${base}_M`]
  return names.filter(isWeightFormat)[0]
}
