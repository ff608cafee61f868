import type { LabToken } from './lab-token.ts'
import type { RecordedPrompt, RecordedRun, RecordedText } from './recorded-run.ts'

/** Stands between texts; no token holds it. */
const BETWEEN = '\uE000'

/** A recorded run as a page carries it: long lists as one text each. */
export interface PackedRun {
  readonly model: string
  readonly modelChecksum: string
  readonly prompt: RecordedPrompt
  readonly tokens: readonly LabToken[]
  readonly ids: string
  readonly logits: string
  readonly texts: string
  /** Bytes of the tokens that are no whole characters: place, then hexadecimal. */
  readonly bytes: string
  readonly logSumExpOfRest: number
  readonly vocabularySize: number
  readonly continuations: readonly RecordedText[]
}

/**
 * Packs a run for the way to the page.
 *
 * @example unpackRun(packRun(run)).top.length === run.top.length // true
 */
export function packRun({ top, ...run }: RecordedRun): PackedRun {
  return {
    ...run,
    ids: top.map(({ token }) => token.id.toString(36)).join(' '),
    logits: top.map(({ logit }) => String(logit)).join(' '),
    texts: top.map(({ token }) => token.text).join(BETWEEN),
    bytes: top
      .flatMap(({ token }, place) =>
        token.bytes !== undefined && token.text.includes('\uFFFD')
          ? [`${place}:${token.bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`]
          : [],
      )
      .join(' '),
  }
}

/**
 * Unpacks what `packRun` packed.
 *
 * @example unpackRun(packRun(run)).top[0]?.token.text // ' Sydney'
 */
export function unpackRun({ ids, logits, texts, bytes, ...run }: PackedRun): RecordedRun {
  const numbers = logits.split(' ').map(Number)
  const words = texts.split(BETWEEN)
  const pieces = new Map(
    bytes.split(' ').map((entry) => {
      const [place = '', digits = ''] = entry.split(':')
      return [Number(place), (digits.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))]
    }),
  )
  const top = ids.split(' ').map((id, place) => {
    const text = words[place] ?? ''
    const token = { id: Number.parseInt(id, 36), text }
    return {
      token: text.includes('\uFFFD') ? { ...token, bytes: pieces.get(place) } : token,
      logit: numbers[place] ?? 0,
    }
  })
  return { ...run, top }
}
