import { layerGroups } from '../cache/layer-groups.ts'
import type { Formula, Working } from '../formula/formula.ts'
import type { ModelSpec } from '../model/spec.ts'
import { type Band, exactly } from './band.ts'
import { llamaCppComputeBuffer } from './llama-cpp-compute-buffer.ts'
import { prefillActivationFormula } from './prefill-activation.formula.ts'
import type { ResolvedSetup } from './resolve-setup.ts'
import { transformersBufferFormula } from './transformers-buffer.formula.ts'
import { vllmActivationFormula } from './vllm-activation.formula.ts'
import { widestActivation } from './widest-activation.ts'

/** A band and the formulas it was computed with. */
export interface WorkedBand extends Band {
  readonly working: readonly Working[]
}

const MIB = 2 ** 20
/** PyTorch gives its matrix library 32 MiB on Hopper cards and 8.1 MiB on others. */
const WORKSPACE = { typical: 32 * MIB, least: 8.125 * MIB }
/** vLLM samples at most 256 sequences at once unless told otherwise. */
const VLLM_SAMPLES = 256

/**
 * Bytes that an engine works in, beside weights and cache, with the range it is sure of.
 *
 * llama.cpp: its compute buffer, 8 % less to 15 % more. vLLM: a guess at the profiled peak, half to
 * twice. transformers: what stays while it writes; the high end adds one layer's activations for
 * the whole prompt. An encoder: one layer's activations. Nothing where a given overhead is meant to
 * hold them.
 *
 * @example bufferBytes(llama32_1b, resolveSetup(setup)).bytes // 266_862_592
 */
export function bufferBytes(spec: ModelSpec, setup: ResolvedSetup): WorkedBand {
  if (setup.buffersInside) return { ...exactly(0), working: [] }
  const prefill = prefillOf(spec, setup)
  if (spec.kind === 'encoder') {
    return { ...spread(prefill.result, 2 / 3, 4 / 3), working: [prefill] }
  }
  switch (setup.engine) {
    case 'llama.cpp': {
      const { bytes, formula, values } = llamaCppComputeBuffer(spec, {
        contextTokens: setup.tokens * (setup.cacheOptions.unified === false ? 1 : setup.sequences),
        batchTokens: setup.batchTokens,
        flashAttention: setup.flashAttention,
      })
      return { ...spread(bytes, 0.92, 1.15), working: [worked(formula, values)] }
    }
    case 'vllm': {
      const peak = worked(vllmActivationFormula, {
        batch: setup.batchTokens,
        wide: widestActivation(spec.layers),
        hidden: spec.hiddenSize,
        half: 2,
        samples: VLLM_SAMPLES,
        vocabulary: spec.vocabSize,
        float: 4,
      })
      return { ...spread(peak.result, 0.5, 2), working: [peak] }
    }
    case 'transformers': {
      const keep = worked(transformersBufferFormula, {
        workspace: WORKSPACE.typical,
        sequences: setup.sequences,
        vocabulary: spec.vocabSize,
        entry: 28,
      })
      return {
        bytes: keep.result,
        low: keep.result - WORKSPACE.typical + WORKSPACE.least,
        high: keep.result + prefill.result,
        working: [keep, prefill],
      }
    }
  }
}

function prefillOf(spec: ModelSpec, setup: ResolvedSetup) {
  const heads = layerGroups(spec.layers).map(({ attention }) =>
    'heads' in attention ? attention.heads : 0,
  )
  return worked(prefillActivationFormula, {
    sequences: setup.sequences,
    tokens: setup.tokens,
    hidden: spec.hiddenSize,
    wide: widestActivation(spec.layers),
    heads: setup.flashAttention ? 0 : Math.max(0, ...heads),
    half: setup.weightFormat === 'fp32' ? 4 : 2,
  })
}

const spread = (bytes: number, low: number, high: number): Band => ({
  bytes,
  low: Math.floor(bytes * low),
  high: Math.ceil(bytes * high),
})

const worked = ({ id, evaluate }: Formula, values: Readonly<Record<string, number>>) =>
  ({ kind: 'formula', formula: id, values, result: evaluate(values) }) as const
