import { AutoModelForCausalLM, AutoTokenizer } from '@xenova/transformers'
import { ModelError } from '../model-error.ts'
import type { ChatMessage, GenerationStep, Token } from '../protocol.ts'
import { Decoder } from './decoder.ts'
import { generate, type GenerateOptions } from './generate.ts'
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

/** A language model from files that transformers.js finds in its cache. */
export const openLanguageModel = async (
  id: string,
  tokenizerJson: string,
): Promise<WorkerLanguageModel> => {
  const tokenizer = await AutoTokenizer.from_pretrained(id)
  const model = await AutoModelForCausalLM.from_pretrained(id, { device: 'wasm' })
  const vocabularySize = numberOf(model.config, 'vocab_size')
  const contextLength = numberOf(model.config, 'max_position_embeddings')
  const endTokenIds = [field(model.config, 'eos_token_id')].flat().filter(isNumber)
  const tokenOf = tokenTable(tokenizerJson)
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
