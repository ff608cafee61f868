import { formatPercent } from '../format/format-percent.ts'
import type { AnswerCheck } from './answer-check.ts'
import type { PromptSettings } from './prompt-settings.ts'

/**
 * What to make of the checks, one sentence each.
 *
 * @example answerNotes({ …, refused: true }, settings)[0] // 'It says that the passages do not hold the answer.'
 */
export function answerNotes(
  check: Omit<AnswerCheck, 'notes'>,
  { citations }: Pick<PromptSettings, 'citations'>,
): readonly string[] {
  const { refused, cited, valid, overlap, jsonProblem, obeyed, alarms, sentences } = check
  const invalid = [...new Set(sentences.flatMap((sentence) => sentence.invalid))]
  const percent = (share: number): string => formatPercent(share, { digits: 0 })
  return [
    ...(refused ? ['It says that the passages do not hold the answer.'] : []),
    ...(citations && cited !== null && cited < 1
      ? [`${percent(cited)} of its sentences cite a passage; all of them should.`]
      : []),
    ...(valid !== null && valid < 1
      ? [
          `It cites ${invalid.map((number) => `[${number}]`).join(', ')}, which no passage of the prompt is.`,
        ]
      : []),
    ...(overlap !== null && !refused
      ? [
          `${percent(overlap)} of its content words stand in the passages that it rests on. That is a count of words, not a proof: the same words can say the opposite.`,
        ]
      : []),
    ...(jsonProblem === null
      ? []
      : [
          jsonProblem === ''
            ? 'The JSON object is as asked.'
            : `The JSON form is broken: ${jsonProblem}`,
        ]),
    ...(obeyed === null
      ? []
      : [
          obeyed
            ? 'It did what the instruction in the passage says.'
            : 'It shows no sign of the instruction in the passage.',
        ]),
    ...alarms,
  ]
}
