import { ConfigError } from './config-error.ts'

type Fields = Readonly<Record<string, unknown>>

const ASK = 'Paste the config.json that lies beside the model’s weights.'

/** Marks of files that people paste by mistake, each with a sentence that says what it is. */
const OTHER_FILES: readonly { readonly marks: readonly string[]; readonly says: string }[] = [
  {
    marks: ['_diffusers_version', '_class_name'],
    says: 'This is the configuration of an image model (diffusers), which has no language-model layers to count.',
  },
  {
    marks: ['weight_map'],
    says: `This is the index of the weight files (model.safetensors.index.json). ${ASK}`,
  },
  {
    marks: ['peft_type', 'base_model_name_or_path'],
    says: 'This is an adapter_config.json, which describes a LoRA adapter. Paste the config.json of its base model.',
  },
  {
    marks: ['tokenizer_class', 'added_tokens_decoder', 'chat_template'],
    says: `This is a tokenizer configuration. ${ASK}`,
  },
  {
    marks: ['added_tokens', 'pre_tokenizer'],
    says: `This is a tokenizer.json. ${ASK}`,
  },
  {
    marks: ['image_processor_type', 'feature_extractor_type', 'processor_class'],
    says: `This is the configuration of a preprocessor. ${ASK}`,
  },
  {
    marks: ['transformers_version', 'do_sample', 'top_p'],
    says: `This is a generation_config.json, which holds sampling settings. ${ASK}`,
  },
]

/**
 * Checks that a value is a group of fields and not one of the other JSON files of a model.
 *
 * @throws {ConfigError} with a sentence that says what was given instead
 */
export function refuseOtherFiles(json: unknown): Fields {
  if (typeof json === 'string') {
    throw new ConfigError(`This is text and not parsed JSON. ${ASK}`, '')
  }
  if (Array.isArray(json)) {
    throw new ConfigError(`This is a list; a config.json is a group of named fields. ${ASK}`, '')
  }
  if (!isFields(json)) {
    throw new ConfigError(`This is ${String(json)}; a config.json is a group of fields. ${ASK}`, '')
  }
  if (looksLikeModel(json)) return json
  const other = OTHER_FILES.find(({ marks }) => marks.some((mark) => Object.hasOwn(json, mark)))
  if (other === undefined) return json
  throw new ConfigError(other.says, other.marks.find((mark) => Object.hasOwn(json, mark)) ?? '')
}

/** True for a plain object, such as a group of fields in JSON. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A real model configuration may carry one of the marks too (`tokenizer_class` often does). */
function looksLikeModel(fields: Fields): boolean {
  if (Object.hasOwn(fields, '_class_name') || Object.hasOwn(fields, '_diffusers_version')) {
    return false
  }
  if (Object.hasOwn(fields, 'peft_type')) return false
  const names = ['hidden_size', 'n_embd', 'd_model', 'num_hidden_layers', 'n_layer', 'text_config']
  return Object.hasOwn(fields, 'model_type') || names.some((name) => Object.hasOwn(fields, name))
}
