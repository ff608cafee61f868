import type { GgufContents } from './gguf-contents.ts'

/** Every n-th layer sees the whole context, the others the window: what llama.cpp builds in. */
const patterns: Readonly<Record<string, number>> = {
  gemma2: 2,
  gemma3: 6,
  gemma3n: 5,
  'gpt-oss': 2,
  cohere2: 4,
  exaone4: 4,
  olmo2: 4,
  llama4: 4,
}

/** Windows that llama.cpp has for architectures whose files need not state one. */
const windows: Readonly<Record<string, number>> = { llama4: 8192 }

/**
 * Window of one layer in tokens, or null where it sees the whole context: by the file's pattern,
 * else by the pattern that llama.cpp has for the architecture. Others' windows llama.cpp ignores.
 *
 * Source: `llama-cpp-models`.
 *
 * @example windowFromGguf(gemma2, 0) // 4096; layer 1 gives null
 */
export function windowFromGguf(contents: GgufContents, layer: number): number | null {
  const { architecture } = contents
  const usual = Object.hasOwn(windows, architecture) ? windows[architecture] : 0
  const window = contents.number('attention.sliding_window', usual)
  if (window === 0) return null
  const stated = contents.value('attention.sliding_window_pattern')
  if (typeof stated === 'object' && stated !== null) {
    const entry = stated.first[layer]
    return entry === true || (typeof entry === 'number' && entry > 0) ? window : null
  }
  const built = Object.hasOwn(patterns, architecture) ? (patterns[architecture] ?? 1) : 1
  const every = contents.number('attention.sliding_window_pattern', built)
  return every > 0 && layer % every < every - 1 ? window : null
}
