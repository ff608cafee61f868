import { formatTokens } from '../format/format-tokens.ts'
import { matchModel } from '../hardware/match-model.ts'
import type { KnownModel } from '../hardware/match-model.ts'
import type { OllamaFacts } from '../hardware/ollama-facts.ts'
import { parseOllamaShow } from '../hardware/parse-ollama-show.ts'
import { countParameters } from '../model/count-parameters.ts'
import { isWeightFormat } from '../weights/weight-formats.ts'
import type { ModelRow } from './calculator-data.ts'
import { unpackSpec } from './pack-spec.ts'
import type { PastedChange } from './pasted-change.ts'

type Candidate = KnownModel & { readonly name: string }

const MOST_OTHERS = 4

/**
 * Reads pasted `ollama show` text and finds the listed model that it means. Of several that fit
 * equally, one whose context length is printed comes first, then the one that bears the
 * architecture's own name; the others are offered.
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
  const [found, ...others] = best === null ? inOrder(candidates, facts) : [best]
  if (found === undefined) {
    return {
      problem: `No model of the list has this architecture and size (${[facts.architecture, facts.parameters && `${facts.parameters / 1e9} B parameters`].filter(Boolean).join(', ')}), and "ollama show" does not print the ${facts.missing.join(' and ')}. Paste its config.json or drop the .gguf file.`,
    }
  }
  const { quantization } = facts
  const change = (model: string): PastedChange['change'] => ({
    model,
    config: '',
    fileBytes: null,
    engine: 'llama.cpp',
    ...(quantization !== null && isWeightFormat(quantization)
      ? { weightFormat: quantization }
      : {}),
  })
  return {
    change: change(found.id),
    says: [
      `Understood as ${found.name}${quantization === null ? '' : ` in ${quantization}`}.`,
      ...otherContext(found, facts),
      ...(others.length > 0 ? ['The text fits other models as well.'] : []),
    ].join(' '),
    others: others
      .slice(0, MOST_OTHERS)
      .map(({ id, name }) => ({ label: `It is ${name}`, change: change(id) })),
  }
}

function inOrder(
  candidates: readonly Candidate[],
  { contextLength, architecture }: OllamaFacts,
): readonly Candidate[] {
  const own = (architecture ?? '').replace(/\d.*$/, '')
  const rank = ({ id, maxPositions }: Candidate) =>
    (contextLength !== null && maxPositions === contextLength ? 0 : 2) +
    (own !== '' && id.startsWith(own) ? 0 : 1)
  return [...candidates].sort((one, other) => rank(one) - rank(other))
}

function otherContext(found: Candidate, { contextLength }: OllamaFacts): readonly string[] {
  const { maxPositions } = found
  if (contextLength === null || maxPositions === null || maxPositions === contextLength) return []
  return [
    `Its list entry says ${formatTokens(maxPositions)} of context, the text ${formatTokens(contextLength)}.`,
  ]
}

function known(row: ModelRow): Candidate {
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
