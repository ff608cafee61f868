import type { GoldQuestion } from '../../corpus/corpus.ts'
import { textHash } from '../../embedding/text-hash.ts'
import type { SweepSetting } from './sweep-setting.ts'

/** What the points of a sweep have in common. */
export interface SweepSubject {
  readonly embedder: string
  readonly text: string
  readonly language: string
  readonly threshold: number | null
  readonly questions: readonly GoldQuestion[]
}

/**
 * The beginning of the keys of all points over one text, by one embedder and with the same
 * questions. Where an answer lies does not matter to what a search finds.
 *
 * @example subjectKey({ embedder: 'e', text: '', language: 'en', threshold: 0.6, questions: [] })
 */
export const subjectKey = ({ embedder, text, language, questions }: SweepSubject): string =>
  [
    embedder,
    textHash(text),
    language,
    textHash(questions.map((each) => each.text).join('\n')),
  ].join(' ')

/**
 * Names what decides a point of a sweep: the subject, the cut, and the threshold where it matters.
 *
 * @example pointKey('s', { strategy: 'sentence', axisSize: 9, size: 9, overlap: 0, unit: 'characters' }, 0.6)
 * //=> 's sentence 9 0 characters'
 */
export function pointKey(subject: string, setting: SweepSetting, threshold: number | null): string {
  const { strategy, size, overlap, unit } = setting
  const parts = [subject, strategy, size, overlap, unit]
  return (strategy === 'semantic' ? [...parts, threshold ?? 'percentile'] : parts).join(' ')
}
