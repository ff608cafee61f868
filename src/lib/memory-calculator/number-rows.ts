import { formatCount } from '../format/format-count.ts'
import { formatDuration } from '../format/format-duration.ts'
import { formatNumber } from '../format/format-number.ts'
import { formatParameters } from '../format/format-parameters.ts'
import type { Certainty, Working } from '../formula/formula.ts'
import type { ByteBase } from '../units/units.ts'
import type { ModelSpec } from '../model/spec.ts'
import type { Calculation } from './calculation.ts'
import { sizeText } from './size-text.ts'
import { words } from './words.ts'

/** One number as the widget lists it: its name, its text, how sure it is and how it came about. */
export interface NumberRow {
  readonly id: string
  readonly label: string
  readonly value: string
  /** The range it is sure of, or a remark. */
  readonly note: string
  readonly certainty: Certainty
  readonly workings: readonly Working[]
}

export interface NumberGroup {
  readonly id: 'memory' | 'answers'
  readonly title: string
  readonly rows: readonly NumberRow[]
}

/**
 * The numbers behind an answer, in two groups: what takes the memory, and what follows from it.
 *
 * @example numberRows(calculation, 'iec')[0].rows[0].value //=> '8.37 GiB'
 */
export function numberRows(calculation: Calculation, base: ByteBase): readonly NumberGroup[] {
  return [
    { id: 'memory', title: 'What takes the memory of one GPU', rows: partRows(calculation, base) },
    { id: 'answers', title: 'What follows', rows: answerRows(calculation, base) },
  ]
}

function partRows({ memory }: Calculation, base: ByteBase): readonly NumberRow[] {
  const size = (bytes: number) => sizeText(bytes, base)
  return memory.parts
    .filter(({ id, bytes }) => id !== 'second-model' || bytes > 0)
    .map(({ id, bytes, low, high, certainty, working }) => ({
      id,
      label: words.parts[id],
      value: size(bytes),
      note: low === high ? words.partNotes[id] : `between ${size(low)} and ${size(high)}`,
      certainty,
      workings: working,
    }))
}

function answerRows(calculation: Calculation, base: ByteBase): readonly NumberRow[] {
  const { decode, prefill, spec, setup } = calculation
  const rows: NumberRow[] = [
    {
      id: 'per-token',
      label: 'Cache of one token',
      value: sizeText(calculation.cacheBytesPerToken, base),
      note: perTokenNote(spec),
      certainty: 'exact',
      workings: calculation.memory.parts.find(({ id }) => id === 'cache')?.working ?? [],
    },
    {
      id: 'longest',
      label: 'Longest context',
      value:
        spec.kind === 'encoder' ? 'no cache' : `${formatCount(calculation.longestTokens)} tokens`,
      note: native(calculation),
      certainty: 'exact',
      workings: calculation.longestWorking,
    },
    {
      id: 'parameters',
      label: 'Parameters',
      value: formatParameters(calculation.parameters),
      note: active(calculation),
      certainty: 'exact',
      workings: [calculation.parameterWorking],
    },
  ]
  if (decode) {
    const [low, high] = decode.band
    const each = setup.sequences > 1 ? ', all sequences together' : ''
    rows.push({
      id: 'decode',
      label: 'Writing speed',
      value: `${rate(decode.typical)} tokens/s`,
      note: `between ${rate(low)} and ${rate(high)}; never above ${rate(decode.ceiling)}${each}`,
      certainty: decode.certainty,
      workings: decode.working,
    })
  }
  if (prefill) {
    const [low, high] = prefill.band
    rows.push({
      id: 'prefill',
      label: `Reading ${formatCount(calculation.promptTokens)} tokens`,
      value: formatDuration(prefill.typical),
      note: `between ${formatDuration(low)} and ${formatDuration(high)}`,
      certainty: prefill.certainty,
      workings: prefill.working,
    })
  }
  return rows
}

/** A token beyond the window of a layer adds nothing to that layer's cache. */
function perTokenNote({ layers }: Pick<ModelSpec, 'layers'>): string {
  const windows = layers.flatMap(({ attention }) =>
    attention.kind === 'sliding' ? [attention.window] : [],
  )
  if (windows.length === 0) return 'for each sequence, in all layers'
  const most = formatCount(Math.max(...windows))
  return `for each sequence, while all layers grow; beyond ${most} tokens ${windows.length} of the ${layers.length} layers stop growing`
}

function native({ nativeTokens, longestTokens }: Calculation): string {
  if (nativeTokens === null) return 'by the memory; the model names no limit'
  const limit = `made for ${formatCount(nativeTokens)}`
  return longestTokens > nativeTokens ? `by the memory; ${limit}` : limit
}

function active({ parameters, activeParameters }: Calculation): string {
  return activeParameters < parameters
    ? `${formatParameters(activeParameters)} of them work on one token`
    : formatCount(parameters)
}

const rate = (value: number): string => formatNumber(value, { digits: value < 10 ? 1 : 0 })
