import type { ModelSpec } from '../model/spec.ts'
import { inferenceMemory } from '../memory/inference-memory.ts'
import type { InferenceSetup } from '../memory/setup.ts'
import { textOf } from './truth-input.ts'

type Input = Readonly<Record<string, unknown>>

/** Last minor version 4.x whose published tables print the peak, the prompt included. */
const PEAK_UNTIL = 46
/** First minor version 4.x that makes logits of the last token alone. */
const LAST_LOGITS_FROM = 45
/** A logit at 16 bits and its copy at 32. */
const LOGIT_BYTES = 6

/**
 * Whether a row's number is the most that was ever allocated, as its metric says or its version of
 * transformers: later tables print what stays while tokens are written.
 *
 * @example isPeak({ engine: 'transformers 4.46 + flash-attn' }, 'GiB') //=> true
 */
export function isPeak(input: Input, unit: string): boolean {
  const words = `${textOf(input, 'metric', 'measure') ?? ''} ${unit}`
  if (/\bpeak|max_memory/i.test(words)) return true
  const minor = minorVersion(input)
  return minor !== null && minor <= PEAK_UNTIL
}

/**
 * Most that transformers holds while it reads the prompt: weights, the prompt's cache and buffers,
 * and one layer's activations for the whole prompt or, before 4.45, the logits of all its tokens.
 *
 * Units: bytes. Source: `qwen25-speed-table`, and the models' code in transformers.
 */
export function prefillPeak(spec: ModelSpec, setup: InferenceSetup, input: Input): number {
  const { parts, total } = inferenceMemory(spec, setup)
  const buffers = parts.find(({ id }) => id === 'buffers')
  const layer = (buffers?.high ?? 0) - (buffers?.bytes ?? 0)
  const minor = minorVersion(input)
  const all = minor !== null && minor < LAST_LOGITS_FROM
  const logits = all ? setup.sequences * setup.tokens * spec.vocabSize * LOGIT_BYTES : 0
  return total + Math.max(layer, logits)
}

function minorVersion(input: Input): number | null {
  const version = /transformers[^\d]*4\.(\d+)/i.exec(textOf(input, 'engine') ?? '')?.[1]
  return version === undefined ? null : Number(version)
}
