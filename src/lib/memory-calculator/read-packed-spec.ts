import { kvBytesPerToken } from '../cache/kv-bytes-per-token.ts'
import { countParameters } from '../model/count-parameters.ts'
import type { ModelSpec } from '../model/spec.ts'
import type { PackedSpec } from './pack-spec.ts'
import { unpackSpec } from './pack-spec.ts'

const NOT_A_SHAPE =
  'The link carries the shape of a model that cannot be read; drop the file again.'
const MOST_LAYERS = 2000

/**
 * Reads a packed model from a link. Anybody may have written the link, so every number and text in
 * it is looked at, and the model must add up.
 *
 * @throws RangeError in words when it is no such model.
 * @example readPackedSpec(packSpec(llama3)).layers.length //=> 32
 */
export function readPackedSpec(shape: unknown): ModelSpec {
  if (!isTame(shape, 0) || !isPacked(shape)) throw new RangeError(NOT_A_SHAPE)
  try {
    const spec = unpackSpec(shape)
    const counts = [countParameters(spec).total, kvBytesPerToken(spec)]
    if (counts.every((count) => Number.isFinite(count) && count >= 0 && count <= 1e15)) return spec
  } catch {
    // Whatever is missing from the shape, the sentence below says all that helps.
  }
  throw new RangeError(NOT_A_SHAPE)
}

/** Plain data only: finite numbers from 0, short texts, not deep. */
function isTame(value: unknown, depth: number): boolean {
  if (depth > 8) return false
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 && value <= 1e12
  if (typeof value === 'string') return value.length <= 300
  if (typeof value !== 'object' || value === null) return true
  const items: unknown[] = Object.values(value)
  return items.length <= MOST_LAYERS && items.every((item) => isTame(item, depth + 1))
}

function isPacked(value: unknown): value is PackedSpec {
  if (typeof value !== 'object' || value === null) return false
  const fields = new Map<string, unknown>(Object.entries(value))
  const texts = ['id', 'family', 'kind', 'finalNorm'].map((key) => fields.get(key))
  const numbers = ['hiddenSize', 'vocabSize'].map((key) => fields.get(key))
  const positions = fields.get('maxPositions')
  const warnings = fields.get('warnings')
  return (
    texts.every((text) => typeof text === 'string') &&
    numbers.every((number) => Number.isSafeInteger(number)) &&
    (positions === null || Number.isSafeInteger(positions)) &&
    Array.isArray(warnings) &&
    warnings.every((text) => typeof text === 'string') &&
    Array.isArray(fields.get('kinds')) &&
    areRuns(fields.get('runs'))
  )
}

function areRuns(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  let layers = 0
  for (const run of value) {
    if (!Array.isArray(run) || run.length !== 2 || !run.every(Number.isSafeInteger)) return false
    layers += Number(run[1])
  }
  return layers >= 1 && layers <= MOST_LAYERS
}
