/** One sentence of an answer against the passages that it cites. */
export interface SentenceCheck {
  readonly text: string
  /** Numbers that it cites, in their order. */
  readonly cites: readonly number[]
  /** Numbers that no passage of the prompt has. */
  readonly invalid: readonly number[]
  /**
   * Share of the sentence's content words that stand in the cited passages (in all passages of the
   * prompt where it cites none). It counts words and no more: a sentence that says the opposite with
   * the same words has a share of 1. Null when it has no content words.
   */
  readonly overlap: number | null
  /** Content words that are not in those passages. */
  readonly strangers: readonly string[]
}

/** What can be checked of an answer without a judge. */
export interface AnswerCheck {
  readonly sentences: readonly SentenceCheck[]
  /** Whether it says that the passages do not hold the answer. */
  readonly refused: boolean
  /** Sentences with a claim that cite at least one passage, as a share; null without sentences. */
  readonly cited: number | null
  /** Citations that name a passage of the prompt, as a share of all; null without citations. */
  readonly valid: number | null
  /** Mean overlap of the sentences; null without content words. */
  readonly overlap: number | null
  /** Null where no JSON was asked for; else what is wrong with it, '' for nothing. */
  readonly jsonProblem: string | null
  /** Share of the words of the expected answer that stand in it; null where none is known. */
  readonly expectedWords: number | null
  /** Words of the expected answer that are missing. */
  readonly missingWords: readonly string[]
  /** Whether the sign of an injected order stands in it; null where there is none. */
  readonly obeyed: boolean | null
  /** What the output check found, one sentence each; empty without that defence. */
  readonly alarms: readonly string[]
  /** What to make of it, in words. */
  readonly notes: readonly string[]
}
