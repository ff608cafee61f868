import type { Working } from '../formula/formula.ts'
import type { InferenceMemory, InferenceSetup } from '../memory/setup.ts'
import type { ModelSpec } from '../model/spec.ts'
import type { DecodeSpeed } from '../speed/decode-speed.ts'
import type { PrefillTime } from '../speed/prefill-time.ts'

/** Everything that the calculator shows about one state, as numbers; texts are made from it. */
export interface Calculation {
  readonly spec: ModelSpec
  readonly setup: InferenceSetup
  readonly memory: InferenceMemory
  readonly parameters: number
  readonly activeParameters: number
  readonly parameterWorking: Working
  /** Cache bytes of all sequences, on one device. */
  readonly cacheBytes: number
  /** Bytes that one more token of one sequence adds to the cache of all devices. */
  readonly cacheBytesPerToken: number
  readonly weightBytes: number
  /** Longest context of each sequence that the memory allows, in tokens; 0 when none does. */
  readonly longestTokens: number
  readonly longestWorking: readonly Working[]
  /** Tokens that the model was made for; null when nobody says. */
  readonly nativeTokens: number | null
  /** Most sequences of this context that the memory allows. */
  readonly mostSequences: number
  /** Null for encoders, which write nothing. */
  readonly decode: DecodeSpeed | null
  /** Null as well where the device's arithmetic is not known. */
  readonly prefill: PrefillTime | null
  /** Length of the prompt that `prefill` is about. */
  readonly promptTokens: number
}
