import type { CalculatorData } from './calculator-data.ts'
import type { CalculatorState } from './calculator-state.ts'
import { contextTokens } from './context-tokens.ts'

/** A command that starts a server with a setup, and what one has to know about it. */
export interface ServerCommand {
  readonly tool: 'llama-server' | 'vllm serve' | 'python'
  readonly command: string
  readonly notes: readonly string[]
}

/**
 * Writes the command line of a setup: `llama-server` for llama.cpp, `vllm serve` for vLLM, a few
 * lines of Python for transformers. Names from outside are quoted for the shell.
 *
 * Options as `llama-server --help` and `vllm serve --help` print them.
 *
 * @example serverCommand(state, data).command //=> 'llama-server \\\n  --model … \\\n  --ctx-size 8192'
 */
export function serverCommand(state: CalculatorState, data: CalculatorData): ServerCommand {
  if (state.engine === 'vllm') return vllm(state, data)
  if (state.engine === 'transformers') return transformers(state, data)
  return llamaServer(state, data)
}

const CONTINUED = ' \\\n  '

function llamaServer(state: CalculatorState, { model }: CalculatorData): ServerCommand {
  const { sequences, keyFormat, valueFormat, flash, weightFormat, gpuCount } = state
  const file = `${fileWord(model.name)}-${weightFormat}.gguf`
  const cells = contextTokens(state) * sequences
  const parts = [
    'llama-server',
    `--model ${quote(file)}`,
    `--ctx-size ${cells}`,
    `--parallel ${sequences}`,
    '--n-gpu-layers 99',
    `--flash-attn ${flash ? 'on' : 'off'}`,
    ...(keyFormat === 'f16' ? [] : [`--cache-type-k ${ggmlName(keyFormat)}`]),
    ...(valueFormat === 'f16' ? [] : [`--cache-type-v ${ggmlName(valueFormat)}`]),
    ...(gpuCount > 1 ? ['--split-mode row'] : []),
  ]
  return {
    tool: 'llama-server',
    command: parts.join(CONTINUED),
    notes: [
      `The file name is a guess: put the path of your ${weightFormat} file there.`,
      ...(sequences > 1
        ? [`--ctx-size is the sum for all ${sequences} slots: ${contextTokens(state)} each.`]
        : []),
      `Ollama: OLLAMA_CONTEXT_LENGTH=${contextTokens(state)} OLLAMA_NUM_PARALLEL=${sequences}${flash ? ' OLLAMA_FLASH_ATTENTION=1' : ''}${keyFormat === 'f16' ? '' : ` OLLAMA_KV_CACHE_TYPE=${ggmlName(keyFormat)}`} ollama serve`,
    ],
  }
}

function vllm(state: CalculatorState, { model }: CalculatorData): ServerCommand {
  const { sequences, keyFormat, utilisation, gpuCount, weightFormat } = state
  const quantization = VLLM_QUANTIZATION[weightFormat]
  const parts = [
    `vllm serve ${quote(model.repository ?? model.name)}`,
    `--max-model-len ${contextTokens(state)}`,
    `--max-num-seqs ${sequences}`,
    `--gpu-memory-utilization ${utilisation ?? 0.92}`,
    ...(keyFormat === 'fp8' ? ['--kv-cache-dtype fp8'] : []),
    ...(gpuCount > 1 ? [`--tensor-parallel-size ${gpuCount}`] : []),
    ...(quantization === undefined ? [] : [`--quantization ${quantization}`]),
    ...(weightFormat === 'bf16' ? ['--dtype bfloat16'] : []),
    ...(weightFormat === 'fp16' ? ['--dtype float16'] : []),
  ]
  const prepared = /^(gptq|awq)-/.test(weightFormat)
  return {
    tool: 'vllm serve',
    command: parts.join(CONTINUED),
    notes: [
      ...(model.repository === null
        ? ['Put the repository or the folder of your model in place of its name.']
        : []),
      ...(prepared ? [`This needs a repository whose weights are ${weightFormat} already.`] : []),
    ],
  }
}

const VLLM_QUANTIZATION: Readonly<Record<string, string>> = {
  fp8: 'fp8',
  'gptq-int8': 'gptq',
  'gptq-int4': 'gptq',
  'awq-int4': 'awq',
  nf4: 'bitsandbytes',
  'nf4-dq': 'bitsandbytes',
}

function transformers(state: CalculatorState, { model }: CalculatorData): ServerCommand {
  const name = JSON.stringify(model.repository ?? model.name)
  const nested = state.weightFormat === 'nf4-dq' ? ', bnb_4bit_use_double_quant=True' : ''
  const four = `BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_quant_type="nf4"${nested})`
  const config = state.weightFormat.startsWith('nf4')
    ? `, quantization_config=${four}`
    : state.weightFormat === 'int8'
      ? ', quantization_config=BitsAndBytesConfig(load_in_8bit=True)'
      : `, dtype=torch.${TORCH_NAMES[state.weightFormat] ?? 'bfloat16'}`
  const imported = config.includes('BitsAndBytes') ? ', BitsAndBytesConfig' : ''
  return {
    tool: 'python',
    command: [
      'import torch',
      `from transformers import AutoModelForCausalLM${imported}`,
      `model = AutoModelForCausalLM.from_pretrained(${name}, device_map="auto"${config})`,
    ].join('\n'),
    notes: [
      `The cache grows as it runs: keep prompt and answer within ${contextTokens(state)} tokens.`,
    ],
  }
}

const TORCH_NAMES: Readonly<Record<string, string>> = {
  fp32: 'float32',
  fp16: 'float16',
  bf16: 'bfloat16',
}

const ggmlName = (format: string): string => (format === 'fp32' ? 'f32' : format)

const fileWord = (name: string): string =>
  name
    .replace(/[^\w.-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80) || 'model'

/** A word for the shell: plain as it is, anything else in single quotation marks. */
const quote = (text: string): string =>
  /^[\w./:-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", `'\\''`)}'`
