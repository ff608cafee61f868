import { rawText, writePairs } from './hash-pairs.ts'
import { STATE_VERSION } from './state-version.ts'

/** What a reader chooses once and takes along: every value as the text that a link would carry. */
export type MySetup = Readonly<Partial<Record<SetupKey, string>>>

export const SETUP_KEYS = [
  'model',
  'config',
  'gpu',
  'memory',
  'gpuCount',
  'engine',
  'weightFormat',
] as const

export type SetupKey = (typeof SETUP_KEYS)[number]

/** Longest stored value, in characters: a config.json fits, a novel does not. */
const LONGEST = 60_000

/**
 * Reads what local storage holds. Corrupt or foreign data give an empty setup, never an error.
 *
 * @example readSetup('{"v":"1","gpu":"rtx-4090"}') //=> { gpu: 'rtx-4090' }
 */
export function readSetup(stored: string | null): MySetup {
  if (stored === null) return {}
  let data: unknown
  try {
    data = JSON.parse(stored)
  } catch {
    return {}
  }
  if (typeof data !== 'object' || data === null) return {}
  const entries = new Map<string, unknown>(Object.entries(data))
  if (entries.get('v') !== STATE_VERSION) return {}
  const setup: Partial<Record<SetupKey, string>> = {}
  for (const key of SETUP_KEYS) {
    const value = entries.get(key)
    if (typeof value === 'string' && value.length <= LONGEST) setup[key] = value
  }
  return setup
}

/**
 * Writes a setup for local storage.
 *
 * @example writeSetup({ gpu: 'rtx-4090' }) //=> '{"v":"1","gpu":"rtx-4090"}'
 */
export function writeSetup(setup: MySetup): string {
  return JSON.stringify({ v: STATE_VERSION, ...setup })
}

/**
 * The hash that carries a setup to another reader or device.
 *
 * @example setupHash({ gpu: 'rtx-4090' }) //=> '#v=1&setup.gpu=rtx-4090'
 */
export function setupHash(setup: MySetup): string {
  const pairs = SETUP_KEYS.flatMap((key) => {
    const text = setup[key]
    return text === undefined ? [] : [{ key: `setup.${key}`, raw: rawText(text) }]
  })
  return writePairs([{ key: 'v', raw: STATE_VERSION }, ...pairs])
}
