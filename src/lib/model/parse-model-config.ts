import { ConfigError } from './config-error.ts'
import { configReader } from './config-reader.ts'
import type { ConfigReader } from './config-reader.ts'
import { countParameters } from './count-parameters.ts'
import { familyOf } from './families/families.ts'
import { readUnknown } from './families/unknown.ts'
import { isFields, refuseOtherFiles } from './refuse-other-files.ts'
import type { ModelSpec } from './spec.ts'
import { textConfig } from './text-config.ts'

/** No published model comes near; above it, sums would also leave the exact whole numbers. */
const MOST_PARAMETERS = 1e15

/**
 * Makes a ModelSpec from a Hugging Face config.json. Absent fields get the defaults that
 * transformers has for the file's `model_type`; what had to be assumed stands in `warnings`.
 *
 * Source: the configuration and modelling classes of transformers (key transformers-code).
 *
 * @param json the parsed file, of any type
 * @param options `id`: a name for people, in place of the file's `_name_or_path`
 * @throws {ConfigError} with a sentence for people and the field at fault
 * @example parseModelConfig({ model_type: 'gpt2' }).layers.length //=> 12
 */
export function parseModelConfig(json: unknown, options: { readonly id?: string } = {}): ModelSpec {
  const outer = refuseOtherFiles(json)
  const warnings: string[] = []
  const { fields, nested } = textConfig(outer)
  const modelType = typeof fields['model_type'] === 'string' ? fields['model_type'] : ''
  const reader = configReader({ fields, modelType, warnings })
  if (nested || isFields(outer['vision_config'])) {
    reader.warn(
      'This model also takes images or sound; only its language model is counted, not those parts.',
    )
  }
  const family = familyOf(modelType)
  const read = family === null ? readUnknown(reader) : family.read(reader)
  const spec: ModelSpec = {
    id: options.id ?? nameOf(outer),
    family: family?.name ?? modelType,
    dtype: readDtype(reader),
    ...read,
    warnings,
  }
  refuseAbsurdSize(spec)
  return spec
}

function nameOf(fields: Readonly<Record<string, unknown>>): string {
  const name = fields['_name_or_path']
  return typeof name === 'string' ? name.slice(0, 200) : ''
}

function refuseAbsurdSize(spec: ModelSpec): void {
  const { total } = countParameters(spec)
  if (total <= MOST_PARAMETERS) return
  throw new ConfigError(
    `These sizes multiply to ${total.toExponential(1)} parameters, more than any model has. Check hidden_size, vocab_size, intermediate_size and the number of layers and experts.`,
    'hidden_size',
  )
}

const DTYPES: Readonly<Record<string, ModelSpec['dtype']>> = {
  float32: 'fp32',
  float: 'fp32',
  float16: 'fp16',
  half: 'fp16',
  bfloat16: 'bf16',
  float8_e4m3fn: 'fp8',
}

function readDtype(reader: ConfigReader): ModelSpec['dtype'] {
  const quantization = reader.value('quantization_config')
  if (isFields(quantization) && quantization['quant_method'] === 'fp8') return 'fp8'
  const stated = reader.value(['torch_dtype', 'dtype'])
  if (typeof stated !== 'string') return null
  const name = stated.replace(/^torch\./, '')
  return Object.hasOwn(DTYPES, name) ? (DTYPES[name] ?? null) : null
}
