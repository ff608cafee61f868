import type { KeyCall } from './exercise.ts'
import { keyFunctions } from './registry.ts'
import type { Lookups } from './lookups.ts'

/**
 * Computes a key: arguments that are calls themselves first, then the named function.
 * Errors: RangeError for an unknown function, a bad argument, or a result that is not a number.
 *
 * @example evaluateKey({ fn: 'kvBytesPerToken', args: { model: 'llama-2-7b' } }, lookups) //=> 524288
 */
export function evaluateKey(call: KeyCall, lookups: Lookups): number {
  const compute = Object.hasOwn(keyFunctions, call.fn) ? keyFunctions[call.fn] : undefined
  if (compute === undefined) {
    const known = Object.keys(keyFunctions).join(', ')
    throw new RangeError(`no function "${call.fn}" in the registry, which has: ${known}`)
  }
  const args: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(call.args)) args[name] = computed(value, lookups)
  const result = compute(args, lookups)
  if (Number.isFinite(result)) return result
  throw new RangeError(`${call.fn}(${JSON.stringify(call.args)}) is ${result}, not a number`)
}

/** Tells a nested call from a plain argument. */
export function isKeyCall(value: unknown): value is KeyCall {
  if (typeof value !== 'object' || value === null) return false
  const { fn, args }: { fn?: unknown; args?: unknown } = value
  return typeof fn === 'string' && typeof args === 'object' && args !== null
}

function computed(value: unknown, lookups: Lookups): unknown {
  if (isKeyCall(value)) return evaluateKey(value, lookups)
  return Array.isArray(value) ? value.map((item: unknown) => computed(item, lookups)) : value
}
