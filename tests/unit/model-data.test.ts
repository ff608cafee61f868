import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { countParameters } from '../../src/lib/model/count-parameters.ts'
import { parseModelConfig } from '../../src/lib/model/parse-model-config.ts'
import { parseModelRow } from '../../src/lib/model/model-row.ts'
import type { ModelRow } from '../../src/lib/model/model-row.ts'

const folder = new URL('../../src/data/models/', import.meta.url)
const files = readdirSync(folder).sort()
const rows: readonly ModelRow[] = files.map((file) => {
  const content: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
  return parseModelRow(content)
})

const specOf = (row: ModelRow) => parseModelConfig(row.config, { id: row.id })
const countOf = (row: ModelRow): number => countParameters(specOf(row)).total

/** Ids of the rows that break a rule: an empty list is what every test wants. */
const breaking = (rule: (row: ModelRow) => boolean): readonly string[] =>
  rows.filter((row) => !rule(row)).map(({ id }) => id)

/** The count is the exact total, or lies within half a unit of the last digit printed. */
function agrees(row: ModelRow, count: number): boolean {
  const { parameters, parametersText } = row.published
  if (parameters !== null) return count === parameters
  const [, digits = '', unit = ''] = /^([\d.]+)([MBT])$/.exec(parametersText) ?? []
  const scale = unit === 'M' ? 1e6 : unit === 'B' ? 1e9 : 1e12
  const halfLastDigit = (scale * 10 ** -(digits.split('.')[1] ?? '').length) / 2
  return Math.abs(count - Number(digits) * scale) <= halfLastDigit
}

const withCommas = (value: number): string => Math.abs(value).toLocaleString('en-US')

/** Whole numbers written in a sentence, their commas taken out. */
const numbersIn = (text: string): readonly number[] =>
  (text.match(/\d[\d,]*\d|\d/g) ?? []).map((found) => Number(found.replaceAll(',', '')))

const repeated = (texts: readonly string[]): readonly string[] =>
  texts.filter((text, index) => texts.indexOf(text) !== index)

/** Every kind of model that the calculator promises, by the `model_type` of its file. */
const promised: Readonly<Record<string, readonly string[]>> = {
  'Llama 1 to 3': ['llama'],
  'Llama 4 text': ['llama4'],
  Mistral: ['mistral'],
  Mixtral: ['mixtral'],
  'Qwen 1': ['qwen'],
  'Qwen 1.5 to 2.5': ['qwen2'],
  'Qwen 2 MoE': ['qwen2_moe'],
  'Qwen 3': ['qwen3'],
  'Qwen 3 MoE': ['qwen3_moe'],
  'Qwen3-Next': ['qwen3_next'],
  'Gemma 1': ['gemma'],
  'Gemma 2': ['gemma2'],
  'Gemma 3': ['gemma3', 'gemma3_text'],
  'Phi-3 and Phi-4': ['phi3'],
  Phi: ['phi'],
  'GPT-2': ['gpt2'],
  'GPT-NeoX': ['gpt_neox'],
  OPT: ['opt'],
  SmolLM3: ['smollm3'],
  'OLMo 2': ['olmo2'],
  'OLMo 3': ['olmo3'],
  OLMoE: ['olmoe'],
  ModernBERT: ['modernbert'],
  Mamba: ['mamba'],
  'Mamba 2': ['mamba2'],
  Granite: ['granite'],
  'Granite MoE': ['granitemoe'],
  'Granite 4 hybrid': ['granitemoehybrid'],
  'DeepSeek V2': ['deepseek_v2'],
  'DeepSeek V3 and R1': ['deepseek_v3'],
  'Kimi K2': ['kimi_k2'],
  'gpt-oss': ['gpt_oss'],
  ChatGLM: ['chatglm'],
  'GLM-4': ['glm', 'glm4'],
  'GLM-4.5': ['glm4_moe'],
  Baichuan: ['baichuan'],
  InternLM2: ['internlm2'],
  Falcon: ['falcon'],
  StableLM: ['stablelm'],
  'Command R': ['cohere'],
  'Command R7B': ['cohere2'],
  Jamba: ['jamba'],
  BERT: ['bert'],
  'XLM-RoBERTa': ['xlm-roberta'],
  'nomic BERT': ['nomic_bert'],
}

/** The models that the document behind the course names, or means. */
const named = [
  'llama-2-7b',
  'llama-3-8b',
  'deepseek-llm-7b',
  'mistral-7b-v0.1',
  'chatglm3-6b',
  'baichuan-7b',
  'qwen-7b',
  'qwen2.5-7b',
  'deepseek-r1-distill-qwen-7b',
  'deepseek-r1-distill-qwen-14b',
  'deepseek-r1-distill-qwen-32b',
  'deepseek-r1-distill-llama-8b',
  'deepseek-r1-distill-llama-70b',
  'deepseek-r1',
  'deepseek-coder-v2-lite',
  'qwen1.5-14b',
  'qwq-32b',
  'gemma-7b',
  'bge-m3',
  'nomic-embed-text-v1.5',
]

test('there are at least 60 models, from a hundred million parameters to a trillion', () => {
  expect(rows.length).toBeGreaterThanOrEqual(60)
  const counts = rows.map(countOf)
  expect(Math.min(...counts)).toBeLessThan(1e8)
  expect(Math.max(...counts)).toBeGreaterThan(1e12)
})

test('every file is named after its row', () => {
  expect(rows.map(({ id }) => `${id}.json`)).toEqual(files)
})

test('every row has the fields of the schema and no other', () => {
  const known = [
    'id',
    'name',
    'publisher',
    'family',
    'aliases',
    'license',
    'config',
    'published',
    'difference',
    'ollama',
    'nativeContext',
    'source',
    'checked',
  ]
  const strange = files.flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as object)
      .filter((field) => !known.includes(field))
      .map((field) => `${file}: ${field}`),
  )
  expect(strange).toEqual([])
})

test('every row says how its fields were read, and no row is read in the future', () => {
  expect(breaking(({ source }) => source.read.length >= 20)).toEqual([])
  expect(breaking(({ checked }) => !Number.isNaN(Date.parse(checked)))).toEqual([])
})

test('every total has a source that the list of sources knows', () => {
  const list: unknown = parse(
    readFileSync(new URL('../../src/content/sources.yaml', import.meta.url), 'utf8'),
  )
  const entries: readonly unknown[] = Array.isArray(list) ? list : []
  const keys = entries.map((entry) =>
    typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : null,
  )
  expect(breaking(({ published }) => keys.includes(published.source))).toEqual([])
})

test('ids, names and aliases are unique, whatever their case', () => {
  const names = rows.flatMap(({ id, name, aliases }) => [
    ...new Set([id, name, ...aliases].map((text) => text.toLowerCase())),
  ])
  expect(repeated(names)).toEqual([])
})

test('every Ollama tag with a size is among the aliases of its row', () => {
  expect(
    breaking(({ ollama, aliases }) => ollama === null || aliases.includes(ollama.tag)),
  ).toEqual([])
})

test('every configuration is read without a guess at its kind', () => {
  const warned = rows.flatMap((row) =>
    specOf(row)
      .warnings.filter((warning) => !warning.startsWith('This model also takes images'))
      .map((warning) => `${row.id}: ${warning}`),
  )
  expect(warned).toEqual([])
})

test.each(rows.map((row): [string, ModelRow] => [row.id, row]))(
  'the parameters counted for %s agree with the published total, or the row says why not',
  (_, row) => {
    const count = countOf(row)
    const agreeing = agrees(row, count)
    expect(row.difference === null, `counted ${withCommas(count)}`).toBe(agreeing)
    if (row.difference === null) return
    expect(row.difference.length).toBeGreaterThan(30)
    const { parameters } = row.published
    if (parameters !== null) expect(numbersIn(row.difference)).toContain(parameters - count)
  },
)

test('no row supports more tokens than its file has positions for', () => {
  const beyond = breaking((row) => {
    const { maxPositions } = specOf(row)
    return maxPositions === null || row.nativeContext <= maxPositions
  })
  // Command R7B declares the 8,192 positions of its training; its card supports 128K.
  expect(beyond.filter((id) => id !== 'command-r7b')).toEqual([])
})

test.each(Object.entries(promised))('there is a model of the kind %s', (_, types) => {
  expect(rows.some(({ config }) => types.includes(String(config['model_type'])))).toBe(true)
})

test('every model that the document names is here', () => {
  const ids = rows.map(({ id }) => id)
  expect(named.filter((id) => !ids.includes(id))).toEqual([])
})
