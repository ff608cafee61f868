/** How the instruction of a passage is put there. */
export type InjectionHiding = 'plain' | 'table' | 'chinese'

/**
 * A passage with an instruction in it, as a poisoned document would bring it into a search's
 * results, with a harmless question that finds it.
 */
export interface Injection {
  readonly id: string
  readonly title: string
  /** Id of the corpus whose passages it stands among. */
  readonly corpus: string
  /** BCP 47 tag of the passage. */
  readonly language: string
  readonly hiding: InjectionHiding
  /** Markdown: the whole passage. */
  readonly passage: string
  /** The words of the passage that give the order, once in it. */
  readonly instruction: string
  /** What a reader asks in good faith. */
  readonly question: string
  /** What the document answers. */
  readonly answer: string
  /** Id of the corpus's question whose evidence answers it. */
  readonly goldQuestion: string
  /** Words that show in the output that the order was obeyed. */
  readonly sign: string
  /** One sentence: what happens when the passage is simply pasted into the prompt. */
  readonly naive: string
}
