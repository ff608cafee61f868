import type { Engine } from '../memory/setup.ts'

/**
 * The engine that a row names, versions and remarks aside; llama.cpp when it names none that the
 * library knows.
 *
 * @example engineOf('transformers 4.51 + flash-attn') //=> 'transformers'
 */
export function engineOf(text: string | undefined, absent: Engine = 'llama.cpp'): Engine {
  if (text === undefined) return absent
  if (/vllm|sglang|tensorrt|\btgi\b/i.test(text)) return 'vllm'
  if (/transformers|hugging|\bhf\b|litgpt|pytorch|torch/i.test(text)) return 'transformers'
  return 'llama.cpp'
}
