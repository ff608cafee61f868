import type { LabToken } from './lab-token.ts'
import type { RecordedRun, RecordedText } from './recorded-run.ts'
import type { RunFile } from './run-file.ts'

/**
 * Reads a recorded run's file; the only place that knows its form.
 *
 * @throws RangeError when the file lacks something, with its name
 * @example readRun(JSON.parse(text), 'gold.json').top[0]?.token.text // ' Au'
 */
export function readRun(data: unknown, name: string): RecordedRun {
  const file = checked(data, name)
  const { model, modelChecksum, prompt, logSumExpOfRest, vocabularySize } = file
  const token = (id: number, text: string): LabToken => {
    const bytes = file.bytes?.[String(id)]
    return bytes === undefined ? { id, text } : { id, text, bytes: bytesOf(bytes) }
  }
  return {
    model,
    modelChecksum,
    prompt,
    tokens: file.tokens.map(({ id, text }) => token(id, text)),
    top: file.top.map(([id, logit], place) => ({
      token: token(id, file.texts[place] ?? ''),
      logit,
    })),
    logSumExpOfRest,
    vocabularySize,
    continuations: file.continuations.map(({ title, seed, tokens, ended }): RecordedText => ({
      title,
      seed,
      ended,
      tokens: (ended ? tokens.slice(0, -1) : tokens).map(([id, text]) => token(id, text)),
      modelProbabilities: tokens.map(([, , , probability]) => probability),
    })),
  }
}

const bytesOf = (hex: string): readonly number[] =>
  (hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))

function checked(data: unknown, name: string): RunFile {
  const file = data as Partial<RunFile> | null
  const whole =
    file !== null &&
    typeof file.model === 'string' &&
    typeof file.prompt?.id === 'string' &&
    Array.isArray(file.tokens) &&
    Array.isArray(file.top) &&
    file.texts?.length === file.top.length &&
    Array.isArray(file.continuations) &&
    typeof file.logSumExpOfRest === 'number' &&
    typeof file.vocabularySize === 'number'
  if (!whole)
    throw new RangeError(`${name} is no recorded run; scripts/record-runs.mjs writes them.`)
  return file as RunFile
}
