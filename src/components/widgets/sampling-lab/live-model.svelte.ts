import type { Distribution } from '../../../lib/sampling-lab/distribution.ts'
import type { LabToken } from '../../../lib/sampling-lab/lab-token.ts'
import { liveDistribution, withTokens } from '../../../lib/sampling-lab/live-distribution.ts'
import type { LanguageModel, LoadProgress } from '../../../worker/client.ts'
import { findModel } from '../../../worker/models.ts'
import { writeTokens } from './write-tokens.ts'
import type { Writing } from './write-tokens.ts'

/** What the model is to read. */
export interface Asked {
  readonly text: string
  readonly chat: boolean
  readonly written: readonly number[]
}

/** How many of the most probable tokens are named at once. */
const NAMED = 200
const keyOf = (asked: Asked): string => JSON.stringify([asked.text, asked.chat, asked.written])
const sentence = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** The live model as the lab uses it: loaded when asked for, one question at a time. */
export class LiveModel {
  readonly facts
  status: 'off' | 'loading' | 'ready' | 'failed' = $state('off')
  progress: LoadProgress | null = $state.raw(null)
  /** One sentence when something failed, or ''. */
  problem = $state('')
  busy = $state(false)
  writing = $state(false)
  /** The model came to the end of its text. */
  ended = $state(false)
  /** Tokens that come while it writes. */
  stream: readonly LabToken[] = $state.raw([])
  /** Tokens that were written, by id, so that going back needs no question. */
  seen: Readonly<Record<number, LabToken>> = $state.raw({})
  branches: readonly (readonly number[])[] = $state.raw([])
  notice: string | null = $state(null)
  #model: LanguageModel | null = null
  #answer: { readonly key: string; readonly distribution: Distribution } | null = $state.raw(null)
  #asked = ''
  #stopAsking = new AbortController()
  #stop = new AbortController()

  constructor(modelId: string) {
    this.facts = findModel(modelId)
  }

  /** The model's answer to a question, when it has one. */
  answerTo(asked: Asked): Distribution | null {
    if (this.#answer === null) return null
    return this.status === 'ready' && this.#answer.key === keyOf(asked)
      ? this.#answer.distribution
      : null
  }

  /** Downloads and starts the model. */
  start = async (): Promise<void> => {
    const id = this.facts?.id
    if (id === undefined || this.status === 'loading' || this.status === 'ready') return
    this.status = 'loading'
    this.problem = ''
    this.progress = null
    this.#stop = new AbortController()
    try {
      const { loadLanguageModel } = await import('../../../worker/client.ts')
      this.#model = await loadLanguageModel(id, {
        signal: this.#stop.signal,
        onProgress: (progress) => (this.progress = progress),
      })
      this.notice = this.#model.notice
      this.status = 'ready'
    } catch (error) {
      this.status = 'failed'
      this.problem = sentence(error)
    }
  }

  /** Whether the last writing was stopped by the reader. */
  get stopped(): boolean {
    return this.#stop.signal.aborted
  }

  /** Stops loading or writing. */
  stop = (): void => this.#stop.abort()

  /** Gives the memory back. */
  dispose = (): void => {
    this.#stop.abort()
    this.#model?.dispose()
    this.#model = null
    this.#answer = null
    this.#asked = ''
    this.status = 'off'
  }

  /** Answers a question if it is new. */
  follow(asked: Asked): void {
    const key = keyOf(asked)
    if (this.status !== 'ready' || this.writing || key === this.#asked) return
    this.#asked = key
    void this.#answerNow(key, asked)
  }

  async #answerNow(key: string, asked: Asked): Promise<void> {
    this.#stopAsking.abort()
    const { signal } = (this.#stopAsking = new AbortController())
    this.busy = true
    this.ended = false
    try {
      const distribution = await this.#read(asked, signal)
      if (!signal.aborted) {
        this.#answer = { key, distribution }
        this.problem = ''
      }
    } catch (error) {
      if (!signal.aborted) this.#fault(error)
    }
    if (!signal.aborted) this.busy = false
  }

  async #read(asked: Asked, signal: AbortSignal): Promise<Distribution> {
    const model = this.#opened()
    const promptTokens = await this.#promptTokens(asked)
    const written = await model.tokens(asked.written)
    this.#remember(written)
    const ids = [...promptTokens, ...written].map(({ id }) => id)
    const logits = await model.nextLogits(ids, { signal })
    const found = liveDistribution({ logits, promptTokens, written, title: asked.text })
    const named = await model.tokens([...found.start.ids.subarray(0, NAMED)])
    return withTokens(found, named)
  }

  async #promptTokens({ text, chat }: Asked): Promise<readonly LabToken[]> {
    const model = this.#opened()
    return model.tokenize(chat ? await model.chatPrompt([{ role: 'user', content: text }]) : text)
  }

  /** Writes on from the last answer; gives the ids that came. */
  async write({ state, place }: Pick<Writing, 'state' | 'place'>): Promise<readonly number[]> {
    const from = this.#answer?.distribution
    if (from === undefined || this.writing) return []
    return (await this.generate({ from, state, place, onToken: this.#hear })).map(({ id }) => id)
  }

  #hear = (token: LabToken): void => {
    this.stream = [...this.stream, token]
  }

  /** Writes tokens after a distribution with a state's chain; a stop keeps what came. */
  async generate(writing: Writing): Promise<readonly LabToken[]> {
    const model = this.#opened()
    this.writing = true
    this.ended = false
    this.stream = []
    this.#stop = new AbortController()
    const { tokens, ended, fault } = await writeTokens(model, writing, this.#stop.signal)
    if (fault === null) this.problem = ''
    else this.#fault(fault)
    this.#remember(tokens)
    this.ended = ended
    this.writing = false
    this.stream = []
    return tokens
  }

  /** Learns the text of one more token of the answer. */
  async name(id: number): Promise<void> {
    const answer = this.#answer
    if (answer === null || this.#model === null || answer.distribution.tokens.has(id)) return
    const named = await this.#model.tokens([id])
    if (this.#answer !== answer) return
    this.#answer = { ...answer, distribution: withTokens(answer.distribution, named) }
  }

  keepBranch(written: readonly number[]): void {
    const key = written.join()
    if (written.length === 0 || this.branches.some((branch) => branch.join() === key)) return
    this.branches = [...this.branches.slice(-5), written]
  }

  #remember(tokens: readonly LabToken[]): void {
    const met = Object.fromEntries(tokens.map((token) => [token.id, token]))
    this.seen = { ...this.seen, ...met }
  }

  #opened(): LanguageModel {
    if (this.#model === null) throw new Error('The model is not loaded.')
    return this.#model
  }

  #fault(error: unknown): void {
    this.problem = sentence(error)
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    if (code === 'worker-died' || code === 'unloaded') {
      this.#model = null
      this.status = 'failed'
    }
  }
}
