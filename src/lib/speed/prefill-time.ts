import type { Certainty, Working } from '../formula/formula.ts'
import type { ModelSpec } from '../model/spec.ts'
import { attentionWidth } from './attention-width.ts'
import { prefillFlopsFormula } from './prefill-flops.formula.ts'
import { prefillShare } from './prefill-share.ts'
import { prefillTimeFormula } from './prefill-time.formula.ts'
import { speedInputs } from './speed-inputs.ts'
import type { SpeedSetup } from './speed-setup.ts'
import { worked } from './worked.ts'

/** Seconds until the first token, for prompts of all sequences together. */
export interface PrefillTime {
  readonly typical: number
  /** The least time the device's peak allows. */
  readonly ceiling: number
  /** Shortest and longest time to expect. */
  readonly band: readonly [number, number]
  /** Operations of all prompts. */
  readonly flops: number
  readonly certainty: Certainty
  readonly working: readonly Working[]
}

/**
 * Time to read the prompts before the first token is written.
 *
 * Formula: max(FLOPs / (share x peak), bytes of the weights / bandwidth), with
 * FLOPs = 2 P T + 2 W T^2 for each sequence. The share of the peak is assumed, hence a wide band.
 *
 * Units: seconds. `tokens` of the setup is the length of one prompt. Returns null when the device
 * has no known peak. Errors: RangeError as `decodeSpeed`, or for a prompt without a token.
 *
 * @example prefillTime(llama3_8b, { …, tokens: 1024, device: rtx4090 })?.typical //=> 0.15…
 */
export function prefillTime(spec: ModelSpec, setup: SpeedSetup): PrefillTime | null {
  const { tokens, sequences, engine, device } = setup
  if (!(tokens >= 1)) throw new RangeError(`tokens is ${tokens}; a prompt has at least one token`)
  const { peak, bandwidth, activeParameters } = speedInputs(spec, setup)
  if (peak === null) return null
  // A prompt wakes experts as a batch of as many single tokens does; no cache is read for that.
  const batch = { ...setup, sequences: sequences * tokens, tokens: 1 }
  const bytesRead = speedInputs(spec, batch).weightsRead
  const prompt = worked(prefillFlopsFormula, {
    activeParameters,
    tokens,
    attentionWidth: attentionWidth(spec, tokens),
  })
  const flops = prompt.result * sequences
  const share = prefillShare({ engine, memoryClass: device.memoryClass })
  const at = (reached: number) =>
    worked(prefillTimeFormula, { flops, share: reached, peak, bytesRead, bandwidth })
  const typical = at(share.typical)
  return {
    typical: typical.result,
    ceiling: at(1).result,
    band: [at(share.high).result, at(share.low).result],
    flops,
    certainty: 'assumed',
    working: [prompt, typical],
  }
}
