import type { AdapterMethod, LoraOptions } from '../lora/lora-options.ts'
import { LLAMA_NAMES } from '../model/module-names.ts'
import type { ModelSpec } from '../model/spec.ts'
import { isFused } from './is-fused.ts'

type Input = Readonly<Record<string, unknown>>

/** Mixtral's own names of an expert's matrices, and the usual ones. */
const expertNames: Readonly<Record<string, string>> = {
  w1: 'gate_proj',
  w2: 'down_proj',
  w3: 'up_proj',
}

/**
 * The modules that a row adapts: its list, names in one text with commas, a regular expression, or
 * what PEFT takes by itself where the row names none.
 *
 * @example adapterTargetsOf({ target_modules: 'q_proj, v_proj' }, llama) //=> ['q_proj', 'v_proj']
 */
export function adapterTargetsOf(
  input: Input,
  spec: ModelSpec,
  method: AdapterMethod = 'lora',
): LoraOptions['targets'] {
  const stated = input['target_modules']
  if (typeof stated === 'string' && stated.trim() !== '') return ofText(stated, spec)
  const list = Array.isArray(stated) ? stated.filter((name) => typeof name === 'string') : []
  if (list.length === 0) return usualTargets(spec, method)
  const [only] = list
  if (list.length === 1 && only !== undefined) return ofText(only, spec)
  return renamed(list.flatMap(split), spec)
}

function ofText(text: string, spec: ModelSpec): LoraOptions['targets'] {
  if (/^\s*all[-_ ]linear\s*$/i.test(text)) return 'all-linear'
  const plain = /^\s*\[.*['"].*\]\s*$/.test(text) ? text.replace(/[[\]'"]/g, '') : text
  const isNames = /^\s*[\w.]*\w(?:[\s,;+]+[\w.]*\w)*[\s,;]*$/.test(plain)
  return isNames ? renamed(split(plain), spec) : text
}

const split = (text: string): readonly string[] => text.split(/[\s,;+]+/).filter(Boolean)

function renamed(names: readonly string[], { layers }: ModelSpec): readonly string[] {
  if (!layers.some(({ mlp }) => mlp.kind === 'experts')) return names
  return names.map((name) =>
    Object.hasOwn(expertNames, name) ? (expertNames[name] ?? name) : name,
  )
}

/** PEFT's own choice: queries and values, or the matrix that holds both; IA3 adds the last one. */
function usualTargets(spec: ModelSpec, method: AdapterMethod): readonly string[] {
  const names = { ...LLAMA_NAMES, ...spec.names }
  const last = (path: string) => path.split('.').at(-1) ?? path
  const fused = isFused(spec)
  const down = last(names.down)
  if (method === 'ia3') {
    if (fused) return [last(names.qkv), down]
    const keys = /^(llama|mistral|mixtral|bert|roberta|xlm-roberta)$/.test(spec.family)
    return [last(keys ? names.k : names.q), last(names.v), down]
  }
  if (fused) return [last(names.qkv)]
  const more = spec.family === 'phi' ? [last(names.up), down] : []
  return [last(names.q), last(names.v), ...more]
}
