import { frame } from '../../ui/words.ts'

/** What a link asked for and did not get, in sentences. */
export const linkNotices = (link: {
  readonly problems: readonly { readonly problem: string }[]
  /** Sentences on what nobody knows. */
  readonly unknown: readonly string[]
  /** Keys whose value is broken. */
  readonly lost: readonly string[]
}): readonly string[] => [
  ...link.problems.map(({ problem }) => frame.notFollowed(problem)),
  ...link.unknown,
  ...(link.lost.length === 0 ? [] : [frame.damaged(link.lost.join(', '))]),
]
