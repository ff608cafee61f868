import { countParameters } from '../model/count-parameters.ts'
import type { LayerSpec, ModelSpec } from '../model/spec.ts'
import { attentionFromGguf, normKind } from './attention-from-gguf.ts'
import { ggufContents, ggufElements } from './gguf-contents.ts'
import type { GgufContents } from './gguf-contents.ts'
import { GgufError } from './gguf-error.ts'
import { ggufFamily, isGgufEncoder } from './gguf-family.ts'
import type { GgufHeader, GgufTensorInfo } from './gguf-header.ts'
import { ggufTensorTable } from './gguf-tensor-table.ts'
import { mlpFromGguf } from './mlp-from-gguf.ts'

/** Norms that belong to the attention or the mixer, not to the layer. */
const innerNorms = /^(attn_(q|k|q_a|kv_a)_norm|ssm_)/
const knownOuter =
  /^(token_embd|position_embd|token_types|token_embd_norm|output|output_norm)\.(weight|bias)$|^rope_/

/**
 * Makes a ModelSpec from a GGUF header: shapes from the tensors, heads and windows from the keys.
 * What the spec cannot express is said in `warnings`.
 *
 * Source: the format's specification (`gguf-spec`) and llama.cpp's keys (`gguf-tensor-names`).
 * Throws a GgufError for one part of a split file, a file without token embedding, or missing keys.
 *
 * @example specFromGguf(header).layers.length // 32
 */
export function specFromGguf(header: GgufHeader): ModelSpec {
  refuseParts(header)
  const contents = ggufContents(header)
  const { architecture, outer } = contents
  const embedding = outer.get('token_embd.weight')
  if (embedding === undefined) {
    throw new GgufError("The file has no 'token_embd.weight': it is no language model.")
  }
  const encoder = isGgufEncoder(architecture)
  const hiddenSize = contents.number('embedding_length', embedding.dims[0])
  const layers = contents.layers.map((_, layer) => readLayer(contents, layer))
  const context = contents.number('context_length', 0)
  const name = header.metadata.get('general.name')
  const warnings: string[] = []
  const spec: ModelSpec = {
    id: typeof name === 'string' ? name.slice(0, 200) : '',
    family: ggufFamily(architecture, {
      experts: contents.number('expert_count', 0),
      selectionBias: layers.some(({ mlp }) => mlp.kind === 'experts' && mlp.routerBuffer > 0),
    }),
    kind: encoder ? 'encoder' : 'decoder',
    hiddenSize,
    vocabSize: embedding.dims[1] ?? 1,
    tied: !outer.has('output.weight'),
    maxPositions: context === 0 ? null : context,
    dtype: null,
    embeddings: {
      width: embedding.dims[0] ?? hiddenSize,
      positionRows: rowsOf(contents, 'position_embd.weight'),
      typeRows: rowsOf(contents, 'token_types.weight'),
      norm: normKind(outer, 'token_embd_norm', 'rms'),
      projected: false,
    },
    layers,
    finalNorm: normKind(outer, 'output_norm', 'rms'),
    head: {
      present: !encoder,
      bias: outer.has('output.bias'),
      pooler: false,
      transform: null,
      extra: [...outer]
        .filter(([tensor]) => !knownOuter.test(tensor))
        .map(([tensor, { dims }]) => ({ name: tensor, shape: dims.toReversed(), linear: false })),
    },
    warnings,
  }
  const left = ggufTensorTable(header).parameters - countParameters(spec).total
  if (left !== 0) {
    warnings.push(
      `The file holds ${left.toLocaleString('en-US')} parameters that are not understood here; the file's own size counts them.`,
    )
  }
  return spec
}

function refuseParts(header: GgufHeader): void {
  const parts = header.metadata.get('split.count')
  if (typeof parts !== 'number' || parts < 2) return
  throw new GgufError(
    `This is one of ${parts} parts of a model. Join them with llama-gguf-split --merge, or give the model's config.json.`,
  )
}

function rowsOf({ outer }: GgufContents, name: string): number {
  const tensor = outer.get(name)
  return tensor === undefined ? 0 : (tensor.dims[1] ?? 1)
}

function readLayer(contents: GgufContents, layer: number): LayerSpec {
  const tensors = contents.layers[layer] ?? new Map<string, GgufTensorInfo>()
  const norms = [...tensors]
    .filter(([name]) => name.endsWith('_norm.weight') && !innerNorms.test(name))
    .map(([name, tensor]) => {
      const base = name.slice(0, -'.weight'.length)
      return { name: base, kind: normKind(tensors, base, 'rms'), size: ggufElements(tensor) }
    })
  return {
    attention: attentionFromGguf(contents, layer),
    mlp: mlpFromGguf(contents, layer),
    norms,
  }
}
