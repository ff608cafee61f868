/** What each kind of truth row asks, for people. */
const names: Readonly<Record<string, string>> = {
  params: 'Parameters',
  'weights-bytes': 'Bytes of the weights',
  'gguf-size': 'GGUF sizes',
  'kv-cache': 'KV cache',
  'inference-memory': 'Whole inference run',
  'runtime-overhead': 'Buffers and budgets',
  'lora-params': 'LoRA parameters',
  'train-memory': 'Training memory',
  'decode-speed': 'Decode speed',
}

/**
 * The name of a kind, or the kind itself where it is new.
 *
 * @example kindName('kv-cache') //=> 'KV cache'
 */
export const kindName = (kind: string): string => names[kind] ?? kind
