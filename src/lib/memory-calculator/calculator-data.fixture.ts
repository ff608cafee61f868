import { parseModelConfig } from '../model/parse-model-config.ts'
import { decodeState } from '../state/decode-state.ts'
import type { CalculatorData, GpuRow, ModelRow } from './calculator-data.ts'
import { calculatorSchema } from './calculator-state.ts'
import type { CalculatorState } from './calculator-state.ts'
import { packSpec } from './pack-spec.ts'

/** Models and cards for the tests of this room; the shapes are those of the published files. */
const llamaShape = {
  model_type: 'llama',
  hidden_size: 4096,
  num_hidden_layers: 32,
  num_attention_heads: 32,
}

export const configs = {
  'llama-2-7b': {
    ...llamaShape,
    num_key_value_heads: 32,
    intermediate_size: 11008,
    vocab_size: 32000,
    max_position_embeddings: 4096,
    torch_dtype: 'float16',
  },
  'llama-3-8b': {
    ...llamaShape,
    num_key_value_heads: 8,
    intermediate_size: 14336,
    vocab_size: 128256,
    max_position_embeddings: 8192,
    torch_dtype: 'bfloat16',
  },
  'r1-14b': {
    model_type: 'qwen2',
    hidden_size: 5120,
    num_hidden_layers: 48,
    num_attention_heads: 40,
    num_key_value_heads: 8,
    intermediate_size: 13824,
    vocab_size: 152064,
    max_position_embeddings: 131072,
    torch_dtype: 'bfloat16',
  },
  'gemma-2-2b': {
    model_type: 'gemma2',
    hidden_size: 2304,
    num_hidden_layers: 26,
    num_attention_heads: 8,
    num_key_value_heads: 4,
    head_dim: 256,
    intermediate_size: 9216,
    vocab_size: 256000,
    sliding_window: 4096,
    max_position_embeddings: 8192,
  },
  embedder: {
    model_type: 'bert',
    hidden_size: 384,
    num_hidden_layers: 12,
    num_attention_heads: 12,
    intermediate_size: 1536,
    vocab_size: 30522,
    max_position_embeddings: 512,
    type_vocab_size: 2,
  },
}

export type TestModel = keyof typeof configs

export const card: GpuRow = {
  id: 'rtx-4090',
  name: 'GeForce RTX 4090',
  aliases: [],
  kind: 'geforce',
  memoryBytes: 24 * 2 ** 30,
  bandwidthGBps: 1008,
  memoryClass: 'gddr',
  tflops: { fp16: 165.2 },
}

export function modelRow(id: TestModel): ModelRow {
  const spec = parseModelConfig(configs[id], { id })
  return {
    id,
    name: id,
    publisher: '',
    aliases: [],
    repository: null,
    nativeContext: spec.maxPositions,
    spec: packSpec(spec),
  }
}

const models = new Map<TestModel, CalculatorData['model']>()

export function dataOf(id: TestModel, gpu: GpuRow = card): CalculatorData {
  const spec = parseModelConfig(configs[id], { id })
  const known = models.get(id) ?? {
    id,
    name: id,
    repository: null,
    nativeContext: spec.maxPositions,
    spec,
  }
  models.set(id, known)
  return { model: known, gpu, second: null }
}

export const initialState = decodeState({
  widget: 'memory-calculator',
  schema: calculatorSchema,
  hash: '',
}).state

/** A state for sums worked by hand: no rounding, the overhead given. */
export const byHand = (change: Partial<CalculatorState> = {}): CalculatorState => ({
  ...initialState,
  rounding: false,
  utilisation: 0.9,
  overhead: 2 ** 30,
  ...change,
})
