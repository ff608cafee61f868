import type { TraceStep, Working } from '../formula/formula.ts'
import type { CacheOptions } from './cache-options.ts'
import { cacheRequest } from './cache-request.ts'
import { cellValues } from './cell-values.ts'
import { POLICIES, groupBytes } from './group-bytes.ts'
import { kvBytesFormula } from './kv-bytes.formula.ts'
import type { CachingModel } from './kv-cache-bytes.ts'
import { layerGroups } from './layer-groups.ts'
import { recurrentStateBytesFormula } from './recurrent-state-bytes.formula.ts'
import { stateValues } from './state-bytes.ts'

const SOURCES = {
  transformers: 'transformers-cache',
  'llama.cpp': 'llama-cpp-kv-cache',
  vllm: 'vllm-kv-cache-interface',
} as const

/**
 * How the bytes of a cache came about: for each kind of layer the formula with its values, then the
 * engine's rounding of tokens to cells as steps.
 *
 * @throws RangeError as `kvCacheBytes`.
 * @example cacheWorking(llama3_8b, options)[0].formula // 'kv-bytes-per-token'
 */
export function cacheWorking(spec: CachingModel, options: CacheOptions): readonly Working[] {
  const request = cacheRequest(options, spec.family)
  const groups = spec.kind === 'encoder' ? [] : layerGroups(spec.layers)
  const workings: Working[] = []
  const steps: TraceStep[] = [
    { label: 'Tokens asked for, all sequences', value: request.contextTokens, unit: 'token' },
  ]
  let padding = 0
  for (const part of groupBytes(groups, request)) {
    const { attention, layers } = part.group
    padding += part.padding
    if (attention.kind === 'none') continue
    if (attention.kind === 'recurrent') {
      const { convolution, recurrent } = stateValues(attention, POLICIES[request.engine], request)
      workings.push(
        formulaWorking(recurrentStateBytesFormula, {
          ...convolution,
          ...recurrent,
          layers: layers.length,
          sequences: request.sequences,
        }),
      )
      continue
    }
    const { formula, values } = cellValues(attention, request)
    const perToken = formulaWorking(formula, { ...values, layers: layers.length })
    const cells = part.attention / formula.evaluate(values)
    workings.push(perToken, formulaWorking(kvBytesFormula, { perToken: perToken.result, cells }))
    steps.push({ label: cellsLabel(attention, layers.length), value: cells, unit: 'token' })
  }
  if (padding > 0) steps.push({ label: 'Places left empty', value: padding, unit: 'B' })
  if (steps.length === 1) return workings
  return [
    ...workings,
    {
      kind: 'trace',
      title: `Room that ${options.engine} makes`,
      certainty: 'exact',
      source: SOURCES[request.engine],
      steps,
    },
  ]
}

function cellsLabel(
  attention: { readonly kind: string; readonly window?: number },
  layers: number,
) {
  const which =
    attention.kind === 'sliding' ? `window of ${attention.window} tokens` : 'whole context'
  return `Cells of ${layers} layers, ${which}`
}

function formulaWorking(
  { id, evaluate }: typeof kvBytesFormula,
  values: Readonly<Record<string, number>>,
) {
  return { kind: 'formula', formula: id, values, result: evaluate(values) } as const
}
