import { AutoModelForCausalLM, AutoTokenizer } from '@xenova/transformers'
import { ModelError } from '../model-error.ts'
import type { ChatMessage, GenerationStep, Token } from '../protocol.ts'
import type { ModelFiles } from '../load-model.ts'
import type { Device } from '../runtime.ts'
import { Decoder } from './decoder.ts'
import { generate, type GenerateOptions } from './generate.ts'
import { plainWeights, type PlainFiles, type PlainWeights } from './plain-weights.ts'
import { tokenTable } from './token-text.ts'

/** A language model inside the worker. */
export interface WorkerLanguageModel {
  readonly vocabularySize: number
  readonly contextLength: number
  readonly endTokenIds: readonly number[]
  tokenize(text: string): readonly Token[]
  tokens(ids: readonly number[]): readonly Token[]
  chatPrompt(messages: readonly ChatMessage[]): string
  nextLogits(ids: readonly number[], signal: AbortSignal): Promise<Float32Array>
  generate(
    options: Pick<GenerateOptions, 'request' | 'signal' | 'onStep'>,
  ): Promise<readonly GenerationStep[]>
  dispose(): Promise<void>
}

const isNumber = (value: unknown): value is number => typeof value === 'number'

const field = (config: object, name: string): unknown =>
  Object.entries(config).find(([key]) => key === name)?.[1]

/** A number of the model's config.json, which must be there. */
const numberOf = (config: object, name: string): number => {
  const value = field(config, name)
  if (!isNumber(value)) throw new Error(`config.json has no ${name}`)
  return value
}

const textOf = (files: ModelFiles, path: string): string | null => {
  const bytes = files.get(path)
  return bytes === undefined ? null : new TextDecoder().decode(bytes)
}

/** The plain graph with weights that are computed while the session is made, where the model has one. */
const plainGraph = (files: ModelFiles): PlainFiles | null => {
  const list = textOf(files, 'onnx/model_plain.json')
  return list === null ? null : plainWeights(JSON.parse(list) as PlainWeights, files)
}

const graphOptions = ({ externalData }: PlainFiles, device: Device) => ({
  model_file_name: 'model_plain',
  dtype: 'fp32' as const,
  use_external_data_format: false,
  session_options: {
    executionProviders: [device],
    externalData: [...externalData],
    // Packed copies of the weights would be faster by a few per cent and need a third more memory.
    extra: { session: { disable_prepacking: '1' } },
  },
})

/** A language model from its files, which transformers.js finds in its cache as well. */
export const openLanguageModel = async (
  id: string,
  files: ModelFiles,
  device: Device,
): Promise<WorkerLanguageModel> => {
  const tokenizer = await AutoTokenizer.from_pretrained(id)
  const plain = plainGraph(files)
  const model = await AutoModelForCausalLM.from_pretrained(id, {
    // Also with WebGPU, which executionProviders name: keys and values stay where they can be cut.
    device: 'wasm',
    ...(plain === null ? {} : graphOptions(plain, device)),
  })
  plain?.release()
  const vocabularySize = numberOf(model.config, 'vocab_size')
  const contextLength = numberOf(model.config, 'max_position_embeddings')
  const endTokenIds = [field(model.config, 'eos_token_id')].flat().filter(isNumber)
  const tokenOf = tokenTable(textOf(files, 'tokenizer.json') ?? '')
  const decoder = new Decoder({ model, vocabularySize, contextLength })

  return {
    vocabularySize,
    contextLength,
    endTokenIds,
    tokenize: (text) =>
      tokenizer.encode(text, { add_special_tokens: false }).map((each) => tokenOf(each)),
    tokens: (ids) => ids.map(tokenOf),
    chatPrompt: (messages) => {
      const text: unknown = tokenizer.apply_chat_template([...messages], {
        tokenize: false,
        add_generation_prompt: true,
      })
      if (typeof text !== 'string')
        throw new ModelError('failed', 'The chat template gave no text.')
      return text
    },
    nextLogits: (ids, signal) => decoder.nextLogits(ids, signal),
    generate: (options) => generate({ ...options, decoder, tokenOf, contextLength }),
    dispose: async () => void (await model.dispose()),
  }
}
