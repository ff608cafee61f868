import { asciiDigits } from '../format/ascii-digits.ts'
import { parseNumber } from '../format/parse-number.ts'
import type { OllamaFacts } from './ollama-facts.ts'

const longestText = 2_000_000
const scale: Readonly<Record<string, number>> = { K: 1e3, M: 1e6, B: 1e9, T: 1e12, '': 1 }

/** Sections of free text, in which a line could look like a fact. */
const freeText = /^\s*(License|System|Template|Parameters|Messages|Projector)\s*$/i

/**
 * Reads pasted output of `ollama show` into the facts it holds. It prints no number of layers and
 * no key and value heads, so the cache cannot be computed from it alone: `missing` says so, and
 * `matchModel` finds the models it may be. `ollama show --verbose` prints these too, and they are
 * read. Text without one fact gives a sentence; it never throws.
 *
 * @example parseOllamaShow('architecture llama\nparameters 8.0B')
 *   //=> { architecture: 'llama', parameters: 8e9, parametersWithin: 5e7, … }
 */
export function parseOllamaShow(text: string): OllamaFacts | { readonly problem: string } {
  const facts = factsOf(asciiDigits(text.slice(0, longestText)))
  const architecture =
    facts.get('architecture') ?? facts.get('arch') ?? facts.get('general.architecture')
  const size =
    parametersOf(facts.get('parameters') ?? '') ?? exactCount(facts.get('general.parameter_count'))
  const embeddingLength = whole(facts.get('embedding length') ?? tail(facts, 'embedding_length'))
  if (architecture === undefined && size === null && embeddingLength === null) {
    return { problem: problemOf(text) }
  }
  const layers = whole(tail(facts, 'block_count'))
  const heads = whole(tail(facts, 'attention.head_count'))
  const kvHeads = whole(tail(facts, 'attention.head_count_kv'))
  return {
    architecture: architecture?.toLowerCase() ?? null,
    parameters: size?.value ?? null,
    parametersWithin: size?.within ?? null,
    contextLength: whole(facts.get('context length') ?? tail(facts, 'context_length')),
    embeddingLength,
    quantization: facts.get('quantization')?.toUpperCase() ?? null,
    layers,
    heads,
    kvHeads,
    headDim: whole(tail(facts, 'attention.key_length')),
    missing: [
      ...(layers === null ? ['number of layers'] : []),
      ...(kvHeads === null ? ['number of key and value heads'] : []),
    ],
  }
}

/** Every "key  value" line outside the sections of free text, first mention wins. */
function factsOf(text: string): ReadonlyMap<string, string> {
  const facts = new Map<string, string>()
  let skipped = false
  for (const line of text.split(/\r\n|\r|\n/)) {
    const cells = line.trim().slice(0, 300)
    if (freeText.test(cells)) skipped = true
    else if (/^\s*(Model|Capabilities|Metadata|Tensors)\s*$/i.test(cells)) skipped = false
    if (skipped) continue
    const row =
      /^[|│\s]*([a-z][\w. -]*?)(?:\s*[:|│]\s*|\s{2,}|\t\s*|\s+(?=\S+\s*[|│]?\s*$))(\S.*?)[|│\s]*$/i.exec(
        cells,
      )
    const key = row?.[1]?.toLowerCase()
    const value = row?.[2]
    if (key !== undefined && value !== undefined && !facts.has(key)) facts.set(key, value)
  }
  return facts
}

/** The verbose listing prefixes its keys with the architecture: 'llama.block_count'. */
function tail(facts: ReadonlyMap<string, string>, key: string): string | undefined {
  for (const [name, value] of facts) if (name.endsWith(`.${key}`)) return value
  return undefined
}

function parametersOf(printed: string): { value: number; within: number } | null {
  const match = /^([\d.,]+)\s*([KMBT]?)$/i.exec(printed.trim())
  const amount = match?.[1] === undefined ? null : parseNumber(match[1])
  const unit = scale[(match?.[2] ?? '').toUpperCase()]
  if (match?.[1] === undefined || amount === null || unit === undefined || amount <= 0) return null
  const decimals = /[.,](\d+)$/.exec(match[1])?.[1]?.length ?? 0
  return { value: amount * unit, within: (unit / 10 ** decimals) * 0.5 }
}

function exactCount(printed: string | undefined): { value: number; within: number } | null {
  const value = whole(printed)
  return value === null ? null : { value, within: 0 }
}

function whole(printed: string | undefined): number | null {
  if (printed === undefined) return null
  const value = parseNumber(printed.replace(/(?<=\d)[.,](?=\d{3}(?!\d))/g, ''))
  return value !== null && Number.isInteger(value) && value > 0 && value < 1e13 ? value : null
}

function problemOf(text: string): string {
  const first = text.split(/\r\n|\r|\n/).find((line) => line.trim() !== '')
  if (first === undefined) return 'The text is empty. Paste what "ollama show <model>" prints.'
  const shown = [...first.replace(/\s+/g, ' ').trim()].slice(0, 60).join('')
  if (/not found|pull model|could not connect|connection refused/i.test(text.slice(0, 2000))) {
    return `Ollama did not show a model ("${shown}"). Choose the model by name.`
  }
  return `No architecture and no number of parameters was found in the text, which begins "${shown}". Paste what "ollama show <model>" prints.`
}
