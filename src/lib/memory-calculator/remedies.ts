import { inferenceMemory } from '../memory/inference-memory.ts'
import type { CacheFormat, Engine } from '../memory/setup.ts'
import { largerCard, moreCards } from './more-hardware.ts'
import type { Ailing, Remedy } from './remedy.ts'
import { firstThatFits } from './remedy.ts'
import { shorterContext } from './shorter-context.ts'
import { smallerWeights } from './smaller-weights.ts'

const SMALL_CACHE: Readonly<Record<Engine, CacheFormat | null>> = {
  'llama.cpp': 'q8_0',
  vllm: 'fp8',
  transformers: null,
}

/**
 * What would make a setup fit that does not: each change alone, two changes together where one of
 * them is not enough, then other cards. Empty when it fits already, and when nothing helps.
 *
 * @example remedies({ state, data, calculation, gpus })[0].label //=> 'Shorten the context to 12,032 tokens'
 */
export function remedies(ailing: Ailing): readonly Remedy[] {
  const { calculation } = ailing
  if (calculation.memory.spare >= 0) return []
  const shorter = tried(() => shorterContext(ailing, calculation.setup))
  const cache = smallCache(ailing)
  const alone = cache === null ? null : fitting(ailing, cache)
  const weights = tried(() => smallerWeights(ailing, calculation.setup)) ?? []
  const both =
    cache === null || alone !== null
      ? []
      : together(ailing, cache, { tokens: shorter?.tokens ?? 0, helped: weights.length > 0 })
  const found = [shorter, alone, ...weights, ...both]
  return [...found, tried(() => largerCard(ailing)), tried(() => moreCards(ailing))]
    .filter((remedy) => remedy !== null)
    .map(({ label, change }) => ({
      label: label.charAt(0).toUpperCase() + label.slice(1),
      change,
    }))
}

/** The smaller cache that the engine offers, where it is not in use yet. */
function smallCache({ state }: Ailing): Remedy | null {
  const format = SMALL_CACHE[state.engine]
  if (format === null || state.keyFormat === format || state.valueFormat === format) return null
  const change = { keyFormat: format, valueFormat: format, flash: true }
  return { label: `keep the cache in ${format}`, change }
}

const cacheSetup = ({ calculation, state }: Ailing) => {
  const format = SMALL_CACHE[state.engine] ?? state.keyFormat
  return { ...calculation.setup, keyFormat: format, valueFormat: format, flashAttention: true }
}

function fitting(ailing: Ailing, cache: Remedy): Remedy | null {
  const { spec } = ailing.calculation
  return firstThatFits([cache], () => inferenceMemory(spec, cacheSetup(ailing)))
}

/**
 * The smaller cache is not enough: with it the context need not be cut so far, and where no
 * context helps, smaller weights may.
 */
function together(
  ailing: Ailing,
  cache: Remedy,
  /** The context that fits without it, and whether smaller weights alone make it fit. */
  otherwise: { readonly tokens: number; readonly helped: boolean },
): readonly Remedy[] {
  const setup = cacheSetup(ailing)
  const joined = ({ label, change }: Remedy): Remedy => ({
    label: `${cache.label} and ${label}`,
    change: { ...cache.change, ...change },
  })
  const longer = tried(() => shorterContext(ailing, setup))
  if (longer !== null && longer.tokens > otherwise.tokens) return [joined(longer)]
  if (otherwise.tokens > 0 || otherwise.helped) return []
  return (tried(() => smallerWeights(ailing, setup)) ?? []).map(joined)
}

/** A format may not suit a model's rows: then it is no remedy. */
function tried<Found>(find: () => Found): Found | null {
  try {
    return find()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
