import { matchModel } from '../hardware/match-model.ts'
import type { KnownModel } from '../hardware/match-model.ts'
import { parseOllamaShow } from '../hardware/parse-ollama-show.ts'
import { countParameters } from '../model/count-parameters.ts'
import { isWeightFormat } from '../weights/weight-formats.ts'
import type { ModelRow } from './calculator-data.ts'
import type { CalculatorState } from './calculator-state.ts'
import { unpackSpec } from './pack-spec.ts'

/** A change that a pasted text stands for, and the sentence that says what was understood. */
export interface PastedChange {
  readonly change: Partial<CalculatorState>
  readonly says: string
}

/**
 * Reads pasted `ollama show` text and finds the listed model that it means.
 *
 * @example ollamaChange('architecture qwen2 …', rows) //=> { change: { model: 'qwen2.5-14b', … }, says: '…' }
 */
export function ollamaChange(
  text: string,
  rows: readonly ModelRow[],
): PastedChange | { readonly problem: string } {
  const facts = parseOllamaShow(text)
  if ('problem' in facts) return facts
  const { best, candidates } = matchModel(facts, rows.map(known))
  const found = best ?? candidates[0]
  if (found === undefined) {
    return {
      problem: `No model of the list has this architecture and size (${[facts.architecture, facts.parameters && `${facts.parameters / 1e9} B parameters`].filter(Boolean).join(', ')}), and "ollama show" does not print the ${facts.missing.join(' and ')}. Paste its config.json or drop the .gguf file.`,
    }
  }
  const format = facts.quantization === null ? undefined : facts.quantization
  const others = candidates.filter((each) => each !== found).map(({ name }) => name)
  const alike =
    others.length > 0 && best === null ? ` It could also be ${others.slice(0, 3).join(', ')}.` : ''
  return {
    change: {
      model: found.id,
      config: '',
      fileBytes: null,
      engine: 'llama.cpp',
      ...(format !== undefined && isWeightFormat(format) ? { weightFormat: format } : {}),
    },
    says: `Understood as ${found.name}${format === undefined ? '' : ` in ${format}`}.${alike}`,
  }
}

function known(row: ModelRow): KnownModel & { readonly name: string } {
  const spec = unpackSpec(row.spec)
  return {
    id: row.id,
    name: row.name,
    family: spec.family,
    parameters: countParameters(spec).total,
    hiddenSize: spec.hiddenSize,
    maxPositions: spec.maxPositions,
  }
}
