import type { ModelAnswer } from '../../../lib/rag-lab/pipeline-input.ts'
import type { ChatMessage } from '../../../lib/prompt-assembly/assembled-prompt.ts'
import {
  likelihoodPrompt,
  logProbability,
  meanLogProbability,
} from '../../../lib/rag-lab/view/likelihood.ts'
import { labWords } from '../../../lib/rag-lab/view/lab-words.ts'
import { fitsWindow } from '../../../lib/rag-lab/view/small-sums.ts'
import { mapOf, withEntries } from '../../../lib/rag-lab/view/with-entries.ts'
import { writingSteps } from '../../../lib/rag-lab/view/writing-steps.ts'
import { LoadedModel } from '../live/loaded-model.svelte.ts'

/** How an answer is drawn. */
export interface WritingSettings {
  readonly temperature: number
  readonly seed: number
  readonly maxTokens: number
}

/** A question and a passage whose likelihood is wanted. */
export interface Pair {
  readonly question: string
  readonly passage: string
}

const pairKey = ({ question, passage }: Pair) => `${question}\n${passage}`

/** The language model of the lab: it answers, rewrites, scores and counts, one thing at a time. */
export class RagModel extends LoadedModel {
  task: 'none' | 'answer' | 'rewrite' | 'score' = $state('none')
  /** What it has written so far. */
  stream = $state('')
  scoring: { readonly done: number; readonly total: number } | null = $state.raw(null)
  counts: ReadonlyMap<string, number> = $state.raw(mapOf())
  #likelihoods: ReadonlyMap<string, number> = $state.raw(mapOf())
  #counting = false

  likelihood(pair: Pair): number | undefined {
    return this.#likelihoods.get(pairKey(pair))
  }

  protected override unload(): void {
    super.unload()
    this.task = 'none'
    this.stream = ''
    this.scoring = null
  }

  /** Counts the tokens of texts that are new; call it in an effect. */
  follow(texts: readonly string[]): void {
    if (this.status !== 'ready' || this.task !== 'none' || this.#counting) return
    const lacking = texts.filter((text) => !this.counts.has(text))
    if (lacking.length > 0) void this.#count(lacking)
  }

  async #count(texts: readonly string[]): Promise<void> {
    this.#counting = true
    try {
      const model = this.opened()
      const counts: [string, number][] = []
      for (const text of texts) counts.push([text, (await model.tokenize(text)).length])
      this.#counting = false
      this.counts = withEntries(this.counts, counts)
    } catch (error) {
      this.#counting = false
      this.fault(error)
    }
  }

  /** Writes after a conversation; null when it was stopped before a word came, or failed. */
  async write(
    task: 'answer' | 'rewrite',
    messages: readonly ChatMessage[],
    { temperature, seed, maxTokens }: WritingSettings,
  ): Promise<ModelAnswer | null> {
    if (this.task !== 'none') return null
    this.task = task
    this.stream = ''
    this.problem = ''
    const bytes: number[] = []
    let ended = false
    const signal = this.stoppable()
    try {
      const model = this.opened()
      const ids = (await model.tokenize(await model.chatPrompt(messages))).map(({ id }) => id)
      if (!fitsWindow(ids.length, maxTokens, model.contextLength))
        throw new Error(labWords.prompt.tooLong(ids.length, model.contextLength))
      const stopTokenIds = model.endTokenIds
      const steps = writingSteps(temperature)
      await model.generate(
        { ids, steps, seed, maxTokens, stopTokenIds },
        {
          signal,
          onToken: ({ token }) => {
            ended = stopTokenIds.includes(token.id)
            if (!ended) bytes.push(...token.bytes)
            this.stream = textOf(bytes)
          },
        },
      )
    } catch (error) {
      if (!signal.aborted) this.fault(error)
    }
    this.task = 'none'
    const text = textOf(bytes).trim()
    return text === '' && !ended ? null : { text, finished: ended }
  }

  /** How likely it finds each question after its passage; what was done before a stop is kept. */
  async score(pairs: readonly Pair[]): Promise<void> {
    const lacking = pairs.filter((pair) => this.likelihood(pair) === undefined)
    if (this.task !== 'none' || lacking.length === 0) return
    this.task = 'score'
    this.problem = ''
    const signal = this.stoppable()
    try {
      for (const [done, pair] of lacking.entries()) {
        this.scoring = { done, total: lacking.length }
        const value = await this.#likelihoodOf(pair, signal)
        this.#likelihoods = withEntries(this.#likelihoods, [[pairKey(pair), value]])
      }
    } catch (error) {
      if (!signal.aborted) this.fault(error)
    }
    this.scoring = null
    this.task = 'none'
  }

  async #likelihoodOf({ question, passage }: Pair, signal: AbortSignal): Promise<number> {
    const model = this.opened()
    const idsOf = async (text: string) => (await model.tokenize(text)).map(({ id }) => id)
    const before = await idsOf(likelihoodPrompt(passage))
    const asked = await idsOf(` ${question}`)
    const values: number[] = []
    for (const [index, token] of asked.entries()) {
      signal.throwIfAborted()
      const logits = await model.nextLogits([...before, ...asked.slice(0, index)], { signal })
      values.push(logProbability(logits, token))
    }
    return meanLogProbability(values)
  }
}

const textOf = (bytes: readonly number[]): string =>
  new TextDecoder().decode(Uint8Array.from(bytes)).replace(/\uFFFD+$/, '')
